setsid sleep 20 </dev/null >/dev/null 2>&1 &
echo $! >~/web.pid
