import { createServer } from 'node:http'
import { docsResponse } from './src/http/docs.ts'
createServer(async (req, res) => {
  const r = await docsResponse((req.url ?? '').split('?')[0]!)
  if (!r) { res.writeHead(200, {'content-type':'application/vnd.schemaregistry.v1+json'}); res.end('{"subject":"orders-value","version":1,"id":1,"schema":"\\"int\\""}'); console.log(req.method, req.url, JSON.stringify(req.headers)); return }
  const h = { ...r.headers }
  if (process.env.STRICT) h['Content-Security-Policy'] = h['Content-Security-Policy']!.replace(" 'unsafe-inline'", '')
  res.writeHead(r.status, h); res.end(r.body)
}).listen(Number(process.env.PORT), '127.0.0.1')
