// A real n8n takes its time on a busy machine; the tests' own deadlines are shorter and say what they waited for.
jest.setTimeout(180_000);
