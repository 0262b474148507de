/**
 * The emulator's well-known resource. Its values are public, the same in every emulator, and useless
 * anywhere else. The connection string never changes, so it can be checked in.
 */

/** The GUID of the resource that users belong to. */
export const WELL_KNOWN_RESOURCE_ID = "ac5c4a70-0000-4000-8000-000000000001";

/** The access key of the connection string, base64. */
export const WELL_KNOWN_ACCESS_KEY =
  "YWNzLWNoYXQtZW11bGF0b3I6IHdlbGwta25vd24gYWNjZXNzIGtleSwgcHVibGljLCBubyBzZWNyZXQuIG9rIQ==";

// Why it is public: docs/decisions/0033-the-emulators-keys-are-public.md
/** The key that signs user tokens. It is fixed so that tokens stay valid after a restart. */
export const WELL_KNOWN_SIGNING_KEY = `-----BEGIN PRIVATE KEY-----
MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQCn0TnDSk0sSKVH
m5UmWkmV37LZ0oK6duGOvFMaNIAw1SdHUuCsS+YSpasLUGLrzOqFoIisR/IbxhgA
9J/zH3UhEgG1CI/A2RzrKMgzQiQ1KI0t46fPyksQ+/YQpidHRSIqwC3z77AIHrsc
onWrpY57qig875fVVwU0Kyf3LHl377ndlwIzFMsnc/8hY+phhRsc4k9hDVY4rR5R
UI4THn65jw1AM0Wr59SnqaGN+KlSnStDqArU5Nu3mU2LcfKHLoMO7ksOHuAbMfdE
Bkf4AXpzE2xvnCvJkhXA3dIRVakHui6evDVoHcjpSM/LvViykm0emHKRo/LQvxd2
ph0DqnupAgMBAAECggEAD10TYpaCcPHQJtl+qsGUj8roaPJxqzA/x2VknscsbrwO
8ePLo555uF6QJZOlEMUkedoX9RzLlKEauLisjZGlU6MeQqR/Y6aE1B8aT/4HylGV
djxrtDVnEK2eigjqGudggMUyF81rYlzs4KrbZrzcCeSKtURylDKYrH1gdeutja4f
7H7oG0Zkh7IJMiQgD2ajuTtkJJK407cHm764JVRHnf0s2ewvjJKqCxS4UJB08WOk
Z41MHzIFL9Y3osrQ/UTUx4TOUyITpnLZ8CjTqe2mfpoHYVtV6TIyQzrFx8Ldi8T2
M9n3Li0A8EGSy+Fx7F7EFmQbWVlViehv3wK+Hq5PUQKBgQDX3ToDGqFgIUEYJW4i
jdVbdGvR94BDUnP8lw1bzR2yYZQ0IDzavwMD6QaRQ0E35jeBuIx+Patvk7m67DB0
hbwS4i58wFJcmkrnLwV6C5Hi5bi1A8C2A3QHxshG8ezWXymtDWH26HJ9npI2HdzF
empsSPsHCdkugyPeWBAAAnlhmQKBgQDHBQxFOlbvZCZlCFoa0G4P3i0pDgN7BYEt
mUmuYXEIPMnFchMfnIaUQ3y3HX5OOVNks6C6gbQAK6+CR67F7Gtpd2XXubF+N405
zL64SnjzPUQwVH4uxLXK+HzqdOHiYYtDuUr3wVT7wlTN1OLswSNAwn3XVPeZZVtx
zjj25oRUkQKBgQDKrQcT9QQBuxdgMXyn6t2hYbz+RlDiZN9MERNU11CDtMSu8HnS
tLeDC17EMw5gCsKhBIK84PA+8cfX7n1MWmiMnlshfH2YPrIHQAn3XjeafzAenShq
fPGLf6N5oRpK6My7k64gYn1k3ubO8tjffaHAjAFNyXxmBHFACRT0vV30OQKBgQDD
2W7azW9xw1+ZOx/YlVZKHTzZ0uWP8bnOkrOUfGWMUq3ItNqm2BUD4GnhlY+PERDE
35QDFdJ5/IOJtFsEgQSu1AWPxjgp2icLQzZIC1l9HMR2vx8xjPjNVb0vyHflnFI9
AiIJL+MeoX1s1Nu/Ws0DVKIb/oxuEvVrSCJ8rhp5UQKBgQCNgR1JQFzoh/TrSlP0
A03bivpv0mnlYjxuqJCJxPKToECmDc1/TNx5+sUTyJexuNQ2eoWeY9go6lddEYP1
NWxYo4WqG2MO3aemCwrCXvyoFxCOqIVJ+TQPNTaUnl79qyYEd1hc21YjI1syyGCn
6H6NAU21XYc/EA/3caqBvJaL1Q==
-----END PRIVATE KEY-----
`;
