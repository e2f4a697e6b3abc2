import Foundation

/// What a path leads to, links followed.
enum FileKind: Equatable {
    case file, folder
    /// A pipe, socket or device: reading it may wait for ever or never end.
    case stream
    /// Nothing, or nothing that may be seen: the C library's error code.
    case absent(Int32)

    init(ofTarget path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = .absent(errno)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder
        case S_IFREG: self = .file
        default: self = .stream
        }
    }

    var exists: Bool {
        if case .absent = self { false } else { true }
    }
}

func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// The path with every link resolved; `nil` when it leads to nothing.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// What a folder holds, hidden entries left out.
struct FolderListing {
    /// In the order of names.
    var names: [String] = []
    /// Entries whose names are no UTF-8, which no path here can name.
    var unreadableNames = 0

    /// - Throws: when the folder cannot be listed, with the reason.
    init(_ folder: String) throws(InputError) {
        guard let stream = opendir(folder) else {
            throw InputError(file: folder, problem: FileSource.reason(errno, of: "the folder"))
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else {
                unreadableNames += 1
                continue
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        names.sort()
    }
}
