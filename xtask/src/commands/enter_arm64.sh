# Has the kernel start programs for aarch64 with the emulator of ROOT, once it is installed.
emulator="$ROOT/usr/bin/qemu-aarch64"
if [ -e "$emulator" ]; then
    registry=/proc/sys/fs/binfmt_misc
    mount -t binfmt_misc binfmt_misc "$registry"
    magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
    mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
    printf %s ":aarch64:M::$magic:$mask:$emulator:F" > "$registry/register"
fi
export CARGO_BUILD_TARGET=aarch64-unknown-linux-gnu
export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER=x86_64-linux-gnu-gcc
export HPY_EMULATOR=qemu
# Return addresses are signed, by a method that is quick to emulate.
export QEMU_CPU=max,pauth-impdef=on
