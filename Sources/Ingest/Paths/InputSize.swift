import Foundation

/// How much there is to read, so that progress can be told.
package enum InputSize {
    /// Bytes of all files that the paths lead to, as stored.
    /// - Returns: `nil` when an input is a stream, or standard input, whose length nobody knows.
    package static func bytes(of paths: [String]) -> Int? {
        var total = 0
        var files = PathExpander(paths)
        while let file = files.next() {
            guard case .success(let path) = file else { continue }
            var status = stat()
            guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            total += Int(status.st_size)
        }
        return total
    }
}
