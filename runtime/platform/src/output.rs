//! Writes to file descriptors, also from signal handlers.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::IntoRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The descriptor of standard error.
pub const STDERR: i32 = libc::STDERR_FILENO;

/// Opens a file for appending; the caller closes the descriptor. Links in world-writable directories are not
/// followed: anybody could have put them there to have another file written.
pub fn append(path: &Path) -> io::Result<i32> {
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
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o644);
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
    let identity = |descriptor| {
        let mut status = MaybeUninit::<libc::stat>::uninit();
        // SAFETY: `fstat` accepts any number, and fills in the status when it returns 0.
        unsafe {
            (libc::fstat(descriptor, status.as_mut_ptr()) == 0).then(|| {
                let status = status.assume_init();
                (status.st_dev, status.st_ino)
            })
        }
    };
    identity(one) == identity(other)
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
