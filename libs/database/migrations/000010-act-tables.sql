-- Generated from the act definitions; do not edit (UPDATE_ACT_TABLES=1 npm test -- --testPathPatterns act-tables).

insert into act.status (kind, status, waits_id, waits_en) values
  ('claim', 'reported', 'keputusan atas klaim', 'the claim to be decided'),
  ('claim', 'returned', 'keputusan baru setelah dikembalikan', 'a new decision after it was returned'),
  ('claim', 'granted', 'pemeriksaan keputusan oleh pejabat lain', 'another officer to check the decision'),
  ('claim', 'approved', 'perintah bayar dikirim ke bank', 'the order to be sent to the bank'),
  ('claim', 'paying', 'jawaban bank', 'the answer of the bank'),
  ('claim', 'payment-unknown', 'kepastian dari bank apakah pembayaran terjadi', 'certainty from the bank whether it has paid'),
  ('claim', 'paid', null, null),
  ('claim', 'refused', null, null),
  ('claim', 'withdrawn', null, null),
  ('claim', 'lapsed', null, null);

insert into act.turn (kind, status, agency, role) values
  ('claim', 'reported', 'bpjs-tk', 'claims-officer'),
  ('claim', 'returned', 'bpjs-tk', 'claims-officer'),
  ('claim', 'granted', 'bpjs-tk', 'claims-approver'),
  ('claim', 'approved', 'system', 'system'),
  ('claim', 'paying', 'bank', 'bank'),
  ('claim', 'payment-unknown', 'bpjs-tk', 'claims-approver'),
  ('claim', 'payment-unknown', 'bank', 'bank');

insert into act.edge (kind, from_status, act, to_status, origin) values
  ('claim', 'new', 'claim-reported', 'reported', 'person'),
  ('claim', 'reported', 'claim-withdrawn', 'withdrawn', 'person'),
  ('claim', 'returned', 'claim-withdrawn', 'withdrawn', 'person'),
  ('claim', 'reported', 'claim-granted', 'granted', 'person'),
  ('claim', 'reported', 'claim-refused', 'refused', 'person'),
  ('claim', 'returned', 'claim-granted', 'granted', 'person'),
  ('claim', 'returned', 'claim-refused', 'refused', 'person'),
  ('claim', 'granted', 'claim-decision-withdrawn', 'reported', 'person'),
  ('claim', 'granted', 'claim-returned', 'returned', 'person'),
  ('claim', 'granted', 'claim-refused', 'refused', 'person'),
  ('claim', 'granted', 'claim-approved', 'approved', 'person'),
  ('claim', 'payment-unknown', 'claim-payment-renewed', 'approved', 'person'),
  ('claim', 'reported', 'claim-overdue', 'reported', 'system'),
  ('claim', 'returned', 'claim-overdue', 'returned', 'system'),
  ('claim', 'granted', 'claim-overdue', 'granted', 'system'),
  ('claim', 'approved', 'claim-overdue', 'approved', 'system'),
  ('claim', 'paying', 'claim-overdue', 'paying', 'system'),
  ('claim', 'payment-unknown', 'claim-overdue', 'payment-unknown', 'system'),
  ('claim', 'reported', 'claim-lapsed', 'lapsed', 'system'),
  ('claim', 'returned', 'claim-lapsed', 'lapsed', 'system'),
  ('claim', 'granted', 'claim-lapsed', 'lapsed', 'system'),
  ('claim', 'approved', 'claim-payment-sent', 'paying', 'system'),
  ('claim', 'paying', 'claim-paid', 'paid', 'system'),
  ('claim', 'payment-unknown', 'claim-paid', 'paid', 'system'),
  ('claim', 'paying', 'claim-payment-unknown', 'payment-unknown', 'system');
