import Foundation
import Tokens

/// A hash of what files hold: equal when their contents and relative paths are.
package enum ContentDigest {
    /// - Parameter urls: files, and folders with all below them; hidden files are left out.
    /// - Returns: 16 hexadecimal digits.
    /// - Throws: an error of the file system for what cannot be read.
    package static func of(_ urls: [URL]) throws -> String {
        var lines: [String] = []
        for url in urls {
            for (path, file) in try files(below: url) {
                let data = try Data(contentsOf: file, options: .alwaysMapped)
                lines.append("\(path)\t\(data.count)\t\(StringKey(utf8: data.span).value)")
            }
        }
        let digits = String(StringKey(lines.joined(separator: "\n")).value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The file itself, or all files below a folder in the order of their paths relative to it.
    private static func files(below url: URL) throws -> [(path: String, file: URL)] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
            return [("", url)]
        }
        return try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted().compactMap { path in
            let file = url.appendingPathComponent(path)
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            let isFile =
                FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
            return isFile && !isHidden ? (path, file) : nil
        }
    }
}
