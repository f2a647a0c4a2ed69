// Starting a process or a sandbox takes its time on a busy machine; jest's five seconds are no verdict on the code.
jest.setTimeout(30_000);
