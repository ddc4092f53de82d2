/** A real nginx on a node for the shipped runbooks, as the node's administrator declares it. */
import { HOME, NGINX, type RemedyNode } from './remedy-node.ts'

/** A configuration of nginx that answers so. */
export function nginxConfig({ port }: Pick<RemedyNode, 'port'>, answer: string): string {
  return `pid ${HOME}/nginx.pid;
error_log ${HOME}/error.out notice;
events {}
http {
  access_log off;
  client_body_temp_path ${HOME}/tmp; proxy_temp_path ${HOME}/tmp; fastcgi_temp_path ${HOME}/tmp;
  uwsgi_temp_path ${HOME}/tmp; scgi_temp_path ${HOME}/tmp;
  server { listen 127.0.0.1:${port}; location / { return ${answer}; } }
}
`
}

/** An nginx as its node's administrator declares it: not started. */
export function declareNginx(node: RemedyNode, answer = '200 one'): void {
  node.put('etc/nginx.conf', nginxConfig(node, answer))
  node.put(
    '.config/rune/services/nginx.conf',
    `program=${NGINX}
pidfile=~/nginx.pid
start=${NGINX} -c ~/etc/nginx.conf
stop=signal QUIT
reload=signal HUP
check=${NGINX} -t -q -c ~/etc/nginx.conf
log=~/error.out
`,
  )
  node.put(
    '.config/rune/configs/nginx.conf',
    `path=~/etc/nginx.conf
backups=~/backups
validate=${NGINX} -t -q -c {}
apply=${NGINX} -c ~/etc/nginx.conf -s reload
`,
  )
}

/** What the node's nginx answers: its status and body, or '' where nobody listens. */
export function answerOf({ url, sh }: RemedyNode): string {
  return sh(`curl --silent --max-time 5 --write-out ' %{http_code}' ${url} || :`)
}

export const startNginx = ({ sh }: RemedyNode): string => sh(`${NGINX} -c ~/etc/nginx.conf`)

/** As a crash does: no process of it is left, and its files are. */
export function crashNginx({ sh }: RemedyNode): void {
  sh(
    'm=$(cat nginx.pid); kill -9 "$m" $(pgrep -P "$m"); while kill -0 "$m"; do sleep 0.05; done 2>/dev/null',
  )
}
