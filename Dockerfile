# One image for api, worker and the migrations: they differ in command, role and keys (docker-compose.yml).
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/bin ./bin
COPY --from=build /app/libs/database/migrations ./libs/database/migrations
COPY --from=build /app/deploy ./deploy
# A named volume takes over the owner of the folder that it is first mounted on.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/kerjasama/content
USER node
ENTRYPOINT ["/app/deploy/with-secrets.sh"]
CMD ["node", "dist/apps/api/main.js"]
