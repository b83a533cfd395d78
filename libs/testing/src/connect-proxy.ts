import * as http from 'node:http';
import * as net from 'node:net';

/** A real proxy that tunnels (`CONNECT`), and writes down what it was asked for. */
export class ConnectProxy {
  /** What it answers; 0 for nothing at all. */
  status = 200;
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  private readonly server = http.createServer();
  /** The server no longer knows the sockets that it handed over. */
  private readonly sockets = new Set<net.Socket>();

  constructor() {
    this.server.on('connect', (request, socket: net.Socket) => this.connect(request, socket));
  }

  /** Begins to listen on loopback; returns its address. */
  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private connect(request: http.IncomingMessage, socket: net.Socket): void {
    const path = request.url ?? '';
    this.asked.push({ path, authorization: request.headers['proxy-authorization'] });
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (this.status === 200) this.tunnel(path, socket);
    else if (this.status !== 0) socket.end(`HTTP/1.1 ${this.status} No\r\ncontent-length: 0\r\n\r\n`);
  }

  private tunnel(path: string, socket: net.Socket): void {
    const { hostname, port } = new URL(`http://${path}`);
    const through = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    this.sockets.add(through);
    through.on('error', () => socket.destroy());
  }
}
