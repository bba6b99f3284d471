# Runs "$@" with ROOT as the root directory. The mounts belong to this process and end with it.
set -eu

bind() {
    mkdir -p "$ROOT$2"
    mount --bind "$1" "$ROOT$2"
}

bind_file() {
    if [ -e "$1" ]; then
        touch "$ROOT$1"
        mount --bind "$1" "$ROOT$1"
    fi
}

for directory in /proc /dev /sys; do
    mount --rbind "$directory" "$ROOT$directory"
done
# What pip needs to reach its index as it does outside.
bind_file /etc/resolv.conf
bind_file /etc/pip.conf
# The packages bring certificates of their own. What installs them must not write into the directory of this machine.
if [ -e "$COMPLETE" ]; then
    bind /etc/ssl /etc/ssl
    mount -o remount,bind,ro "$ROOT/etc/ssl"
fi
bind "$CARGO_HOME" "$CARGO_HOME"
bind "$RUSTUP_HOME" "$RUSTUP_HOME"
bind "$CHECKOUT" "$CHECKOUT"
# What is linked here needs the C library of here.
mkdir -p "$OWN_TARGET"
bind "$OWN_TARGET" "$CHECKOUT/target"

exec chroot "$ROOT" env -C "$CHECKOUT" PATH="$CARGO_HOME/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" "$@"
