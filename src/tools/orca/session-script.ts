/**
 * Starts a screen without a monitor, the accessibility bus, a window manager, Orca, and CHROMIUM with the arguments of the
 * script, in the folder WORK. It stays until its standard input is closed, be it by the death of the process that started it.
 * As the first process of a PID namespace it takes with it everything that it started, and no Orca of anybody else is seen;
 * where there may be no namespace, it ends its process group.
 */
export const sessionScript = `set -u
cd "$WORK" || exit 1
export HOME="$WORK/home" XDG_RUNTIME_DIR="$WORK/run" XDG_CONFIG_HOME="$WORK/home/config"
export XDG_DATA_HOME="$WORK/home/data" XDG_CACHE_HOME="$WORK/home/cache"
export LANG=C.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=en NO_AT_BRIDGE=0 GTK_MODULES=
export ALLFORMATS_HEARD="$WORK/heard.jsonl" GSETTINGS_BACKEND=memory GDK_BACKEND=x11
mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
chmod 700 "$XDG_RUNTIME_DIR"
: > "$ALLFORMATS_HEARD"

until_there() {
  tries=0
  while ! "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "waited too long for: $*" >&2; exit 1; }
    sleep 0.1
  done
}

Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -noreset 3>"$WORK/display" 2>"$WORK/xvfb.log" &
until_there test -s "$WORK/display"
read -r number <"$WORK/display"
export DISPLAY=":$number"

export DBUS_SESSION_BUS_ADDRESS="unix:path=$WORK/run/bus"
dbus-daemon --session --nofork --nopidfile --address="$DBUS_SESSION_BUS_ADDRESS" 2>"$WORK/dbus.log" &
until_there test -S "$WORK/run/bus"
status() {
  gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \\
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$1" '<true>'
}
until_there status IsEnabled
until_there status ScreenReaderEnabled

openbox >"$WORK/openbox.log" 2>&1 &
orca >"$WORK/orca.log" 2>&1 &
until_there grep -q said "$ALLFORMATS_HEARD"
"$CHROMIUM" "$@" >"$WORK/chromium.log" 2>&1 &
echo ready >"$WORK/ready"
cat >/dev/null
[ "$$" = 1 ] || kill -KILL 0
`;
