import COpenBLAS

/// Makes OpenBLAS compute on the calling thread alone: reports run in parallel, not the products inside one.
package func useOneThreadForProducts() { openblas_set_num_threads(1) }

/// C = A·Wᵀ (+ C when `accumulate`), all row-major.
/// - Parameters:
///   - a: `rows` × `depth`, its rows `stride` floats apart.
///   - weights: `columns` × `depth`.
///   - c: `rows` × `columns`.
func gemm(
    _ a: UnsafePointer<Float>, rows: Int, depth: Int, stride: Int, weights: UnsafePointer<Float>, columns: Int,
    into c: UnsafeMutablePointer<Float>, accumulate: Bool = false
) {
    guard rows > 0 else { return }
    cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, blasint(rows), blasint(columns), blasint(depth), 1, a,
        blasint(stride), weights, blasint(depth), accumulate ? 1 : 0, c, blasint(columns))
}
