// A real n8n is slow on a busy machine. The deadlines inside the tests are shorter and say what they waited for.
jest.setTimeout(180_000);
