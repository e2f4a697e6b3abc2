import Foundation

/// Turns what the user names (files, folders, patterns, `-`) into files, one at a time and always in the same order.
///
/// A folder is read to its end in the order of names; hidden files are left out. A link inside a folder is not
/// followed: one that stays in the folder names something that is read anyway, one that leads out is refused.
struct PathExpander: IteratorProtocol {
    private enum Pending {
        case named(String)
        case found(String, root: String)
        case failed(InputError)
    }
    /// A stack: the last is next.
    private var pending: [Pending]

    init(_ paths: [String]) { pending = paths.reversed().map { .named($0) } }

    mutating func next() -> Result<String, InputError>? {
        while let item = pending.popLast() {
            switch item {
            case .failed(let error): return .failure(error)
            case .named(let path):
                if let result = visitNamed(path) { return result }
            case .found(let path, let root):
                if let result = visitFound(path, root: root) { return result }
            }
        }
        return nil
    }

    private mutating func visitNamed(_ path: String) -> Result<String, InputError>? {
        if path == "-" { return .success(path) }
        switch kind(ofTarget: path) {
        case .folder:
            push(entriesOf: path, root: realPath(path) ?? path)
            return nil
        case .file: return .success(path)
        case .absent:
            guard GlobPattern.isPattern(path) else {
                return .failure(InputError(file: path, problem: "no such file"))
            }
            let matches = GlobPattern(path).matches()
            guard !matches.isEmpty else {
                return .failure(InputError(file: path, problem: "no file matches this pattern"))
            }
            pending.append(contentsOf: matches.reversed().map { .named($0) })
            return nil
        }
    }

    private mutating func visitFound(_ path: String, root: String) -> Result<String, InputError>? {
        if isLink(path) {
            guard let target = realPath(path) else {
                return .failure(InputError(file: path, problem: "is a link to nothing"))
            }
            guard target == root || target.hasPrefix(root + "/") else {
                return .failure(
                    InputError(file: path, problem: "is a link out of the folder; name its target to read it"))
            }
            return nil
        }
        if kind(ofTarget: path) == .folder {
            push(entriesOf: path, root: root)
            return nil
        }
        return .success(path)
    }

    private mutating func push(entriesOf folder: String, root: String) {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
            let base = folder.hasSuffix("/") ? folder : folder + "/"
            pending.append(contentsOf: names.sorted(by: >).map { .found(base + $0, root: root) })
        } catch {
            pending.append(.failed(InputError(file: folder, problem: "the folder cannot be read")))
        }
    }
}

enum FileKind { case file, folder, absent }

/// What a path leads to, links followed.
func kind(ofTarget path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .absent }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
}

func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
