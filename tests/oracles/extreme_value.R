# Golden values for extreme value distributions and regressions, written to tests/oracles/statistics/extreme_value.csv and
# extreme_value_fit.csv.
#
#   Rscript tests/oracles/extreme_value.R
#
# from the root of the repository. Needs R with evd and Rmpfr (Debian: r-base-core r-cran-evd r-cran-rmpfr). Running the
# tests needs neither.
#
# extreme_value: distribution, upper tail, its logarithm, log density and both quantiles in 256 bits (Rmpfr); evd's pgev,
# dgev and qgev, in double precision, only check them (stopifnot).
# extreme_value_fit: the likelihood maximised here by optim (Nelder-Mead) and finished by Newton steps with the derivatives
# that deriv3 finds from the formula; the standard errors come from that Hessian. Where the scale has no covariate,
# evd::fgev is asked too. It must not find a higher likelihood, and where it finds the same one (to 1e-6; its own search
# often stops short), its estimates must be within 0.02 standard errors.

suppressWarnings(suppressMessages({
  library(evd)
  library(Rmpfr)
}))
set.seed(20240621)
bits <- 256
folder <- "tests/oracles/statistics"
head_line <- sprintf("# %s; evd %s, Rmpfr %s; written by tests/oracles/extreme_value.R", R.version.string,
                     packageVersion("evd"), packageVersion("Rmpfr"))
shortest <- function(x) vapply(x, function(v) {
  text <- sprintf("%.15g", v)
  if (as.numeric(text) == v) text else sprintf("%.17g", v)
}, "")
out <- function(x) vapply(x, function(v) if (is.infinite(v)) (if (v > 0) "Inf" else "-Inf") else sprintf("%.17g", v), "")
vec <- function(x) paste(shortest(as.numeric(x)), collapse = ";")
read_back <- function(x) as.numeric(shortest(x))
write_rows <- function(name, rows) {
  con <- file(file.path(folder, paste0(name, ".csv")), "w")
  writeLines(head_line, con)
  writeLines(paste(names(rows[[1]]), collapse = ","), con)
  for (row in rows) writeLines(paste(row, collapse = ","), con)
  close(con)
  cat(name, length(rows), "\n")
}

# ---- the distribution ------------------------------------------------------------------------------------------
rows <- list()
law <- function(location, scale, shape, x, tail) {
  m <- function(v) mpfr(v, bits)
  z <- (m(x) - m(location)) / m(scale)
  t <- 1 + m(shape) * z
  stopifnot(t > 0)
  y <- if (shape == 0) z else log(t) / m(shape)
  w <- exp(-y)
  cdf <- exp(-w)
  upper <- 1 - cdf
  if (asNumeric(w) < 1e-30) upper <- w - w^2 / 2 + w^3 / 6
  density <- -log(m(scale)) - (1 + m(shape)) * y - w
  at <- function(y) m(location) + m(scale) * (if (shape == 0) y else (exp(m(shape) * y) - 1) / m(shape))
  quantile <- at(-log(-log(m(tail))))
  upper_quantile <- at(-log(-log1p(-m(tail))))
  near <- function(a, b, tol) stopifnot(abs(asNumeric(a) - b) <= tol * max(abs(b), 1e-300))
  near(cdf, pgev(x, location, scale, shape), 1e-5)  # at shape 1e-9 pgev keeps seven digits
  if (asNumeric(density) > -600) stopifnot(abs(asNumeric(density) - dgev(x, location, scale, shape, log = TRUE)) < 1e-5 * (1 + abs(asNumeric(density))))
  if (tail > 1e-8) stopifnot(abs(asNumeric(quantile) - qgev(tail, location, scale, shape)) < 1e-5 * (scale + abs(asNumeric(quantile))))
  values <- c(asNumeric(cdf), asNumeric(upper), asNumeric(log(upper)), asNumeric(density), asNumeric(quantile), asNumeric(upper_quantile))
  rows[[length(rows) + 1]] <<- c(id = sprintf("extreme_value-%03d", length(rows) + 1), location = shortest(location),
    scale = shortest(scale), shape = shortest(shape), x = shortest(x), tail = shortest(tail),
    setNames(out(values), c("distribution", "upper_tail", "log_upper_tail", "log_density", "quantile", "upper_quantile")))
}
for (z in c(-3, -1.5, -0.2, 0, 0.6, 2, 7, 15, 30, 45, 120, 500))
  for (place in list(c(0, 1), c(1200, 85))) law(place[1], place[2], 0, read_back(place[1] + z * place[2]), sample(c(0.5, 0.9, 1e-3, 1e-9, 1e-20), 1))
for (shape in c(-0.4, -0.1, -0.01, -1e-4, -1e-9, 1e-9, 1e-4, 0.01, 0.1, 0.4))
  for (z in c(-1.8, -0.7, 0, 1, 2.2, 9, 40)) if (1 + shape * z > 1e-3)
    law(3, 2, shape, read_back(3 + 2 * z), sample(c(0.5, 0.97, 1e-4, 1e-12), 1))
write_rows("extreme_value", rows)

# ---- the regression --------------------------------------------------------------------------------------------
log_likelihood <- function(theta, y, X, Z, shape) {
  p <- ncol(X); q <- ncol(Z)
  location <- X[, 1] * theta[1]
  for (j in seq_len(p)[-1]) location <- location + X[, j] * theta[j]
  log_scale <- Z[, 1] * theta[p + 1]
  for (j in seq_len(q)[-1]) log_scale <- log_scale + Z[, j] * theta[p + j]
  z <- (y - location) / exp(log_scale)
  if (!shape) return(sum(-log_scale - z - exp(-z)))
  k <- theta[p + q + 1]
  t <- 1 + k * z
  if (any(t <= 0)) return(-1e10)
  sum(-log_scale - (1 + 1 / k) * log(t) - t^(-1 / k))
}
# Derivatives of one log density by location m, log scale s and shape k, found by R from the formula.
gumbel_terms <- deriv3(~ -s - (y - m) * exp(-s) - exp(-(y - m) * exp(-s)), c("m", "s"), function(y, m, s) NULL)
gev_terms <- deriv3(~ -s - (1 + 1 / k) * log(1 + k * (y - m) * exp(-s)) - (1 + k * (y - m) * exp(-s))^(-1 / k),
                    c("m", "s", "k"), function(y, m, s, k) NULL)
derivatives <- function(theta, y, X, Z, shape) {
  p <- ncol(X); q <- ncol(Z)
  m <- drop(X %*% theta[1:p]); s <- drop(Z %*% theta[p + 1:q])
  terms <- if (shape) gev_terms(y, m, s, theta[p + q + 1]) else gumbel_terms(y, m, s)
  design <- list(X, Z, if (shape) matrix(1, length(y), 1))[1:(2 + shape)]
  g <- attr(terms, "gradient"); h <- attr(terms, "hessian")
  gradient <- unlist(lapply(seq_along(design), function(i) colSums(design[[i]] * g[, i])))
  hessian <- do.call(rbind, lapply(seq_along(design), function(i)
    do.call(cbind, lapply(seq_along(design), function(j) t(design[[i]]) %*% (design[[j]] * h[, i, j])))))
  list(g = gradient, H = hessian, value = sum(terms))
}
rows <- list()
fit_case <- function(y, x, z, shape) {  # x, z: matrices of covariates, perhaps without columns
  y <- read_back(y)
  if (ncol(x)) x <- apply(x, 2, read_back)
  if (ncol(z)) z <- apply(z, 2, read_back)
  X <- cbind(1, x); Z <- cbind(1, z)
  ols <- lm.fit(X, y)
  s <- sqrt(6) / pi * sd(ols$residuals)
  theta <- c(ols$coefficients - c(0.5772 * s, rep(0, ncol(x))), log(s), rep(0, ncol(z)), if (shape) 0.05)
  f <- function(t) -log_likelihood(t, y, X, Z, shape)
  size <- c(rep(s, ncol(X)), rep(0.1, length(theta) - ncol(X)))
  for (round in 1:8) theta <- optim(theta, f, method = "Nelder-Mead", control = list(maxit = 5000, reltol = 1e-15, parscale = size))$par
  # Newton's method to the last digits, from where the information is positive definite.
  for (step in 1:60) {
    d <- derivatives(theta, y, X, Z, shape)
    move <- -solve(d$H, d$g); part <- 1
    while (f(theta + part * move) > f(theta) + 1e-9) part <- part / 2
    theta <- theta + part * move
  }
  d <- derivatives(theta, y, X, Z, shape)
  stopifnot(all(eigen(-d$H, symmetric = TRUE)$values > 0), abs(sum(d$g * solve(d$H, d$g))) < 1e-18)
  se <- sqrt(diag(solve(-d$H)))
  if (!ncol(z)) {
    peer <- if (ncol(x)) { # fgev centres nothing: names give the slopes
      frame <- as.data.frame(x); names(frame) <- paste0("x", seq_len(ncol(x)))
      quietly <- function(...) suppressWarnings(fgev(...))
      if (shape) quietly(y, nsloc = frame, std.err = FALSE) else quietly(y, nsloc = frame, shape = 0, std.err = FALSE)
    } else if (shape) fgev(y, std.err = FALSE) else fgev(y, shape = 0, std.err = FALSE)
    gap <- d$value + peer$deviance / 2
    cat(sprintf("case %d: log likelihood above evd's by %.2g\n", length(rows) + 1, gap))
    stopifnot(gap > -1e-9)
    if (gap < 1e-6) {
      mine <- theta[seq_len(ncol(X))]
      stopifnot(abs(mine - peer$estimate[seq_len(ncol(X))]) < 0.02 * se[seq_len(ncol(X))],
                abs(exp(theta[ncol(X) + 1]) - peer$estimate[["scale"]]) < 0.02 * se[ncol(X) + 1] * exp(theta[ncol(X) + 1]))
      agreed <<- agreed + 1
    }
  }
  columns <- function(m) paste(apply(m, 2, vec), collapse = "|")
  rows[[length(rows) + 1]] <<- c(id = sprintf("extreme_value_fit-%03d", length(rows) + 1), values = vec(y),
    location_covariates = if (ncol(x)) columns(x) else "", scale_covariates = if (ncol(z)) columns(z) else "",
    shape = if (shape) "fitted" else "0", coefficients = paste(out(theta), collapse = ";"),
    se = paste(out(se), collapse = ";"), log_likelihood = out(d$value))
}
agreed <- 0
none <- function(n) matrix(0, n, 0)
for (n in c(15, 60, 200)) for (shape in c(FALSE, TRUE)) if (!shape || n > 15) {  # 15 values leave a shape without a maximum
  fit_case(round(rgumbel(n, 12, 3), 5), none(n), none(n), shape)
  a <- log(runif(n, 0.4, 5)); b <- log(runif(n, 0.3, 3))
  fit_case(round(rgumbel(n, 900 + 120 * a + 210 * b, 60), 4), cbind(a, b), none(n), shape)
  fit_case(round(rgumbel(n, 900 + 120 * a + 210 * b, 60 * exp(0.3 * b)), 4), cbind(a, b), cbind(b), shape)
  fit_case(round(rgumbel(n, -4 + 2 * a, exp(0.2 - 0.4 * a)), 6), cbind(a), cbind(a, b), shape)
}
for (true in c(-0.25, 0.3)) {
  fit_case(round(rgev(120, 5, 2, true), 6), none(120), none(120), TRUE)
  a <- rnorm(150, 50, 4)  # far from its mean of zero
  fit_case(round(rgev(150, 5 + 0.4 * a, 2, true), 6), cbind(a), none(150), TRUE)
}
fit_case(round(1e5 + rgumbel(40), 6), none(40), none(40), FALSE)
cat(agreed, "cases agree with evd::fgev\n")
stopifnot(agreed >= 6)
write_rows("extreme_value_fit", rows)
