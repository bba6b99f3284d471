//! Writing to file descriptors, also from within a signal handler.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::IntoRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The descriptor of standard error.
pub const STDERR: i32 = libc::STDERR_FILENO;

/// Opens a file to append to; the caller closes the descriptor. Links in directories that everybody may write to are not
/// followed: anybody may have put them there, to have another file written to.
pub fn append(path: &Path) -> io::Result<i32> {
    let absolute = std::path::absolute(path)?;
    let mut place = PathBuf::from("/");
    // What is still to be gone through, innermost first.
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
        // Those of the kernel lead to open files, and their text is no path.
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

/// Closes a descriptor that is the caller's.
pub fn close(descriptor: i32) {
    // SAFETY: closing takes any number.
    unsafe { libc::close(descriptor) };
}

/// Another descriptor for the same file, which is the caller's and no program that is started inherits.
pub fn duplicate(descriptor: i32) -> Option<i32> {
    // SAFETY: it takes any number.
    let copy = unsafe { libc::fcntl(descriptor, libc::F_DUPFD_CLOEXEC, 0) };
    (copy >= 0).then_some(copy)
}

/// Whether two descriptors are of the same file.
pub fn is_same(one: i32, other: i32) -> bool {
    let identity = |descriptor| {
        let mut status = MaybeUninit::<libc::stat>::uninit();
        // SAFETY: it takes any number, and fills in the status where it returns 0.
        unsafe {
            (libc::fstat(descriptor, status.as_mut_ptr()) == 0).then(|| {
                let status = status.assume_init();
                (status.st_dev, status.st_ino)
            })
        }
    };
    identity(one) == identity(other)
}

/// Writes all of it, and waits where the reader is slow. What cannot be written is lost.
pub fn write(descriptor: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: the bytes can be read.
        let written = unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) };
        let Ok(written) = usize::try_from(written) else {
            match io::Error::last_os_error().raw_os_error() {
                Some(libc::EINTR) => continue,
                // Full, and somebody has asked not to be kept waiting; a report is worth it.
                Some(libc::EAGAIN) if wait_for(descriptor) => continue,
                _ => return,
            }
        };
        bytes = &bytes[written..];
    }
}

/// Waits until a descriptor takes more; says whether it may.
fn wait_for(descriptor: i32) -> bool {
    let mut wanted = libc::pollfd {
        fd: descriptor,
        events: libc::POLLOUT,
        revents: 0,
    };
    // SAFETY: room for one descriptor. An interrupted wait is as good as one that has ended.
    unsafe { libc::poll(&raw mut wanted, 1, -1) };
    wanted.revents & (libc::POLLERR | libc::POLLNVAL) == 0
}

/// Whether a descriptor is a terminal.
pub fn is_terminal(descriptor: i32) -> bool {
    // SAFETY: isatty takes any number.
    unsafe { libc::isatty(descriptor) == 1 }
}
