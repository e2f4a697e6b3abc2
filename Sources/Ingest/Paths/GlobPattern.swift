import Foundation

/// A path with `*`, `?`, `[…]`, or `**` for any number of folders, for shells that left it unexpanded.
struct GlobPattern {
    private let start: String
    private let components: [String]

    static func isPattern(_ path: String) -> Bool { path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B } }

    init(_ pattern: String) {
        start = pattern.hasPrefix("/") ? "/" : ""
        components = pattern.split(separator: "/").map(String.init)
    }

    /// Existing paths in the order of names.
    func matches() -> [String] { expand(start, components[...]) }

    private func expand(_ base: String, _ rest: ArraySlice<String>) -> [String] {
        guard let component = rest.first else { return base.isEmpty ? [] : [base] }
        let others = rest.dropFirst()
        if component == "**", !others.isEmpty {
            let folders = entries(base).filter { FileKind(ofTarget: base + $0) == .folder && !isLink(base + $0) }
            return expand(base, others) + folders.flatMap { expand(base + $0 + "/", rest) }
        }
        let isLiteral = !GlobPattern.isPattern(component)
        let names = isLiteral ? [component] : entries(base).filter { fnmatch(component, $0, FNM_PERIOD) == 0 }
        return names.map { base + $0 }.filter { FileKind(ofTarget: $0).exists }
            .flatMap { others.isEmpty ? [$0] : expand($0 + "/", others) }
    }

    private func entries(_ folder: String) -> [String] {
        // A folder that cannot be listed matches nothing, as shells have it.
        (try? FolderListing(folder.isEmpty ? "." : folder))?.names ?? []
    }
}
