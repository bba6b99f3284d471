//! Writes to file descriptors, also from signal handlers.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::IntoRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The descriptor of standard error.
pub const STDERR: i32 = libc::STDERR_FILENO;

/// Opens a file for appending; the caller closes the descriptor.
pub fn append(path: &Path) -> io::Result<i32> {
    open(path, OpenOptions::new().append(true))
}

/// Opens a file to be read and changed; the caller closes the descriptor.
pub fn edit(path: &Path) -> io::Result<i32> {
    open(path, OpenOptions::new().read(true).write(true))
}

/// Opens a file, or makes it. Links in directories that everybody may write to are not
/// followed: anybody may have put them there, to have another file written to.
fn open(path: &Path, options: &mut OpenOptions) -> io::Result<i32> {
    let absolute = std::path::absolute(path)?;
    let mut place = PathBuf::from("/");
    // The rest of the path, innermost part first.
    let mut rest: Vec<OsString> = Vec::new();
    let add = |rest: &mut Vec<OsString>, path: &Path| {
        let names = path.components().rev();
        rest.extend(names.map(|name| name.as_os_str().to_owned()));
    };
    add(&mut rest, &absolute);
    let mut links = 0;
    while let Some(name) = rest.pop() {
        let next = place.join(&name);
        let is_link = next.symlink_metadata().is_ok_and(|file| file.is_symlink());
        // The kernel's own links lead to open files; their text is not a path.
        if !is_link || place.starts_with("/proc") {
            place = next.components().collect();
            if name == ".." {
                place.pop();
                place.pop();
            }
            continue;
        }
        const EVERYBODY: u32 = 0o002;
        links += 1;
        if links > 40 || place.metadata()?.mode() & EVERYBODY != 0 {
            return Err(io::Error::from_raw_os_error(libc::ELOOP));
        }
        add(&mut rest, &next.read_link()?);
    }
    options.create(true).mode(0o644);
    if !place.starts_with("/proc") {
        options.custom_flags(libc::O_NOFOLLOW);
    }
    Ok(options.open(place)?.into_raw_fd())
}

/// Closes a descriptor that the caller owns.
pub fn close(descriptor: i32) {
    // SAFETY: `close` accepts any number.
    unsafe { libc::close(descriptor) };
}

/// Duplicates a descriptor. The caller owns the new one, which started programs do not inherit.
pub fn duplicate(descriptor: i32) -> Option<i32> {
    // SAFETY: `fcntl` accepts any number.
    let copy = unsafe { libc::fcntl(descriptor, libc::F_DUPFD_CLOEXEC, 0) };
    (copy >= 0).then_some(copy)
}

/// Whether two descriptors refer to the same file.
pub fn is_same(one: i32, other: i32) -> bool {
    let identity = |descriptor| status(descriptor).map(|status| (status.st_dev, status.st_ino));
    identity(one) == identity(other)
}

fn status(descriptor: i32) -> Option<libc::stat> {
    let mut status = MaybeUninit::uninit();
    // SAFETY: `fstat` accepts any number, and fills in the status when it returns 0.
    unsafe { (libc::fstat(descriptor, status.as_mut_ptr()) == 0).then(|| status.assume_init()) }
}

/// Begins a file that is a list of items between `start` and `end`, if it is empty; says whether it is such a file now.
pub fn begin_list(descriptor: i32, start: &str, end: &str) -> bool {
    alone(descriptor, || {
        if status(descriptor).is_some_and(|status| status.st_size == 0) {
            write(descriptor, format!("{start}{end}").as_bytes());
        }
        last(descriptor, end).is_some()
    })
}

/// Adds an item to such a file, which is whole before and after.
pub fn add_to_list(descriptor: i32, item: &[u8], end: &str) {
    alone(descriptor, || {
        if let Some((at, before)) = last(descriptor, end) {
            let separator: &[u8] = if before == b'[' { b"" } else { b"," };
            let bytes = [separator, item, end.as_bytes()].concat();
            // SAFETY: the bytes can be read.
            unsafe { libc::pwrite(descriptor, bytes.as_ptr().cast(), bytes.len(), at) };
        }
    });
}

/// Runs `f` while no other process does with the same file. Waits for at most a few seconds: the other may have been stopped.
fn alone<T>(descriptor: i32, f: impl FnOnce() -> T) -> T {
    const TRIES: usize = 3000;
    // A lock of the process: one of the open file would be shared with forked processes.
    let lock = |kind: i32| {
        // SAFETY: zeros are a whole file; the call accepts any number, and only reads the description.
        unsafe {
            let mut description: libc::flock = std::mem::zeroed();
            description.l_type = kind as libc::c_short;
            libc::fcntl(descriptor, libc::F_SETLK, &raw const description) == 0
        }
    };
    let is_locked = (0..TRIES).any(|_| {
        lock(libc::F_WRLCK) || {
            std::thread::sleep(Duration::from_millis(1));
            false
        }
    });
    let result = f();
    if is_locked {
        lock(libc::F_UNLCK);
    }
    result
}

/// Where a file's end begins, and the byte before; `None` where it ends otherwise.
fn last(descriptor: i32, end: &str) -> Option<(i64, u8)> {
    const MOST: usize = 16;
    let mut bytes = [0; MOST];
    let wanted = bytes.get_mut(..=end.len())?;
    let at = status(descriptor)?.st_size - wanted.len() as i64;
    // SAFETY: the bytes can be written.
    let read = unsafe { libc::pread(descriptor, wanted.as_mut_ptr().cast(), wanted.len(), at) };
    let is_whole = usize::try_from(read) == Ok(wanted.len()) && wanted.ends_with(end.as_bytes());
    is_whole.then_some((at + 1, wanted[0]))
}

/// Writes all bytes, and waits for a slow reader. Bytes that cannot be written are lost.
pub fn write(descriptor: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: the bytes are readable.
        let written = unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) };
        let Ok(written) = usize::try_from(written) else {
            match io::Error::last_os_error().raw_os_error() {
                Some(libc::EINTR) => continue,
                // The pipe is full and the descriptor non-blocking; a report is worth waiting for.
                Some(libc::EAGAIN) if wait_for(descriptor) => continue,
                _ => return,
            }
        };
        bytes = &bytes[written..];
    }
}

/// Waits until a descriptor accepts more; returns whether it does.
fn wait_for(descriptor: i32) -> bool {
    let mut wanted = libc::pollfd {
        fd: descriptor,
        events: libc::POLLOUT,
        revents: 0,
    };
    // SAFETY: one descriptor. An interrupted wait counts as one that has ended.
    unsafe { libc::poll(&raw mut wanted, 1, -1) };
    wanted.revents & (libc::POLLERR | libc::POLLNVAL) == 0
}

/// Whether a descriptor is a terminal.
pub fn is_terminal(descriptor: i32) -> bool {
    // SAFETY: isatty accepts any number.
    unsafe { libc::isatty(descriptor) == 1 }
}
