import Foundation

/// Turns what the user names (files, folders, patterns, `-`) into files, one at a time and always in the same order.
///
/// A folder is read to its end in the order of names; hidden files are left out. A link inside a folder is not
/// followed: one that stays in the folder names something that is read anyway, one that leads out is refused. Pipes,
/// sockets and devices are read only where they are named.
struct PathExpander: IteratorProtocol {
    private enum Pending {
        case named(String)
        /// By a pattern.
        case matched(String)
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
            case .matched(let path):
                if let result = visit(path, root: nil) { return result }
            case .found(let path, let root):
                if let result = visitFound(path, root: root) { return result }
            }
        }
        return nil
    }

    private mutating func visitNamed(_ path: String) -> Result<String, InputError>? {
        if path == "-" { return .success(path) }
        switch FileKind(ofTarget: path) {
        case .folder:
            push(entriesOf: path, root: realPath(path) ?? path)
            return nil
        case .file, .stream: return .success(path)
        case .absent(let code):
            guard code == ENOENT, GlobPattern.isPattern(path) else {
                return .failure(InputError(file: path, problem: FileSource.reason(code)))
            }
            let matches = GlobPattern(path).matches()
            guard !matches.isEmpty else {
                return .failure(InputError(file: path, problem: "no file matches this pattern"))
            }
            pending.append(contentsOf: matches.reversed().map { .matched($0) })
            return nil
        }
    }

    private mutating func visitFound(_ path: String, root: String) -> Result<String, InputError>? {
        guard isLink(path) else { return visit(path, root: root) }
        guard let target = realPath(path) else {
            return .failure(InputError(file: path, problem: "is a link to nothing"))
        }
        guard target == root || target.hasPrefix(root == "/" ? root : root + "/") else {
            return .failure(InputError(file: path, problem: "is a link out of the folder; name its target to read it"))
        }
        return nil
    }

    /// - Parameter root: the folder that the user named; `nil` makes the path itself one.
    private mutating func visit(_ path: String, root: String?) -> Result<String, InputError>? {
        switch FileKind(ofTarget: path) {
        case .folder:
            push(entriesOf: path, root: root ?? realPath(path) ?? path)
            return nil
        case .file: return .success(path)
        case .stream:
            return .failure(
                InputError(
                    file: path, problem: "is a pipe, socket or device, which is read only where it is named itself"))
        case .absent(let code): return .failure(InputError(file: path, problem: FileSource.reason(code)))
        }
    }

    private mutating func push(entriesOf folder: String, root: String) {
        do {
            let listing = try FolderListing(folder)
            let base = folder.hasSuffix("/") ? folder : folder + "/"
            if listing.unreadableNames > 0 {
                let problem = "\(listing.unreadableNames) of its files have names that are no UTF-8; rename them"
                pending.append(.failed(InputError(file: folder, problem: problem)))
            }
            pending.append(contentsOf: listing.names.reversed().map { .found(base + $0, root: root) })
        } catch {
            pending.append(.failed(error))
        }
    }
}
