import { parseApiSettings } from './settings';

const COMPLETE = {
  DATABASE_URL: 'postgres://api@127.0.0.1/kerjasama',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  KEYS_FOLDER: '/keys',
  CONTENT_FOLDER: '/content',
  OIDC_ISSUER: 'https://login.example',
};

test('a complete environment is taken, with loopback and the signed-in codec endpoint by default', () => {
  expect(parseApiSettings(COMPLETE)).toMatchObject({
    API_HOST: '127.0.0.1',
    API_PORT: 3000,
    OIDC_AUDIENCE: 'kerjasama',
    CODEC_ENDPOINT: 'signed-in',
  });
});

test.each(Object.keys(COMPLETE))('without %s the API refuses to start and names it', (name) => {
  expect(() => parseApiSettings({ ...COMPLETE, [name]: undefined, NODE_ENV: 'production' })).toThrow(name);
});

test('a refusal to start never quotes a value', () => {
  expect(() => parseApiSettings({ ...COMPLETE, OIDC_ISSUER: 'secret-word' })).toThrow(/^(?!.*secret-word)/s);
});

test.each([
  ['in production', { NODE_ENV: 'production' }],
  ['beyond loopback', { API_HOST: '0.0.0.0' }],
])('the codec endpoint is never open %s', (_, more) => {
  expect(() => parseApiSettings({ ...COMPLETE, CODEC_ENDPOINT: 'open', ...more })).toThrow('CODEC_ENDPOINT');
});
