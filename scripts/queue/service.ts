/** A server on 127.0.0.1 that belongs to this process. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}
