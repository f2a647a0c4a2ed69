// Starting a process or a sandbox is slow on a busy machine, so jest's five seconds are too short.
jest.setTimeout(30_000);
