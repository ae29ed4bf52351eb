# Golden values for tests/statistics, written to tests/oracles/statistics/<procedure>.csv.
#
#   Rscript tests/oracles/statistics.R [section ...]
#
# from the root of the repository; sections are t, summary, wilcoxon, proportion, fisher, holm (all, when none is named).
#
# Needs R with gmp, Rmpfr, coin and exactRankTests (Debian: r-base-core r-cran-gmp r-cran-rmpfr r-cran-coin
# r-cran-exactranktests). Running the tests needs none of them.
#
# Where base R gives fewer than the 1e-10 that the tests ask for, the value is computed here to higher precision and
# base R only checks it (stopifnot):
#   t tests     tails below 1e-8 from the series of the incomplete beta function, 256 bits (Rmpfr)
#   summary     mean and SD in 256 bits (sd() loses digits under a large common offset), and the interval from the
#               upper tail of t (t.test takes 1 - tail, which loses digits at high levels)
#   Fisher      p from whole-number binomial coefficients (gmp); odds ratio and interval as roots of the conditional
#               likelihood in 256 bits (fisher.test stops its root search at 1.2e-4)
#   Clopper-P.  roots of the binomial tails in 256 bits up to n = 300 or 10 successes or failures, qbeta above
#   Wilson      the closed form in 256 bits, lower bound without cancellation
#   Wilcoxon    exact with ties: exactRankTests; p checked against coin. Normal: wilcox.test with tol.root at 1e-14 of
#               the range, then the nearest Walsh average or difference (the only places where its function jumps). The estimate is the median of the Walsh averages or differences in every case.
# Conventions of ours that differ from an R function are marked OURS.

suppressWarnings(suppressMessages({
  library(Rmpfr)
  library(coin)
  library(exactRankTests)
}))
bits <- 256
wanted <- commandArgs(trailingOnly = TRUE)
folder <- "tests/oracles/statistics"
# Each section starts from the same seed, so that one can be made again without the others. The body is evaluated
# only here (R's arguments are lazy).
section <- function(name, body) {
  if (length(wanted) && !(name %in% wanted)) return(invisible())
  set.seed(20240229)
  body
  write_all()
}
dir.create(folder, showWarnings = FALSE, recursive = TRUE)

# ---- writing ---------------------------------------------------------------------------------------------------
shortest <- function(x) {
  vapply(x, function(v) {
    if (is.nan(v) || is.na(v)) return("NaN")
    if (is.infinite(v)) return(if (v > 0) "Inf" else "-Inf")
    text <- sprintf("%.15g", v)
    if (as.numeric(text) == v) text else sprintf("%.17g", v)
  }, "")
}
vec <- function(x) paste(shortest(x), collapse = ";")
out <- function(x) if (is.nan(x) || is.na(x)) "NaN" else if (is.infinite(x)) (if (x > 0) "Inf" else "-Inf") else
  sprintf("%.17g", x)
rows <- list()
add <- function(procedure, row) {
  row <- c(id = sprintf("%s-%03d", procedure, length(rows[[procedure]]) + 1), row)
  rows[[procedure]][[length(rows[[procedure]]) + 1]] <<- row
}
write_all <- function() {
  packages <- c("gmp", "Rmpfr", "coin", "exactRankTests")
  versions <- paste(packages, vapply(packages, function(p) as.character(packageVersion(p)), ""), collapse = ", ")
  for (procedure in names(rows)) {
    con <- file(file.path(folder, paste0(procedure, ".csv")), "w")
    writeLines(sprintf("# %s; %s; written by tests/oracles/statistics.R", R.version.string, versions), con)
    writeLines(paste(names(rows[[procedure]][[1]]), collapse = ","), con)
    for (row in rows[[procedure]]) writeLines(paste(row, collapse = ","), con)
    close(con)
    cat(procedure, length(rows[[procedure]]), "\n")
  }
  rows <<- list()
}
quiet <- function(expr) suppressWarnings(expr)
close_to <- function(a, b, tol) all(a == b | abs(a - b) <= tol * pmax(abs(a), abs(b)))
alternatives <- c("two.sided", "less", "greater")
nan6 <- list(estimate = NaN, ci_low = NaN, ci_high = NaN, reached_level = NaN, statistic = NaN, df = NaN, p = NaN)
test_row <- function(x, y, alternative, level, null, method, outcome, v) {
  c(first = vec(x), second = vec(y), alternative = alternative, ci_level = shortest(level),
    null_value = shortest(null), method = method, outcome = outcome, vapply(v, out, ""))
}

# ---- t tests ---------------------------------------------------------------------------------------------------
section("t", {
# P(T > t), t > 0: half of I_z(df/2, 1/2) at z = df / (df + t^2), by its power series.
t_tail <- function(t, df) {
  p <- pt(t, df, lower.tail = FALSE)
  if (!(t > 0) || p > 1e-8 || p == 0) return(p)
  t <- mpfr(t, bits); df <- mpfr(df, bits)
  a <- df / 2; b <- mpfr(0.5, bits); z <- df / (df + t * t)
  term <- mpfr(1, bits); sum <- term; k <- 0
  while (term > sum * mpfr(2, bits)^-120) {
    term <- term * (a + b + k) / (a + 1 + k) * z
    sum <- sum + term
    k <- k + 1
  }
  value <- z^a * sqrt(1 - z) / (a * beta(a, b)) * sum / 2
  stopifnot(close_to(asNumeric(value), p, 1e-9))
  asNumeric(value)
}
t_values <- function(h, estimate, level) {
  t <- unname(h$statistic); df <- unname(h$parameter)
  p <- switch(h$alternative, two.sided = min(1, 2 * t_tail(abs(t), df)),
              less = if (t < 0) t_tail(-t, df) else pt(t, df), greater = if (t > 0) t_tail(t, df) else
                pt(t, df, lower.tail = FALSE))
  stopifnot(close_to(p, h$p.value, 1e-9) || p < 1e-300)
  list(estimate = estimate, ci_low = h$conf.int[1], ci_high = h$conf.int[2], reached_level = level, statistic = t,
       df = df, p = p)
}
t_case <- function(procedure, x, y, alternative = "two.sided", level = 0.95, null = 0, power = 0) {
  h <- switch(procedure,
              t_paired = t.test(x, y, paired = TRUE, alternative = alternative, mu = null, conf.level = level),
              t_student = t.test(x, y, var.equal = TRUE, alternative = alternative, mu = null, conf.level = level),
              t_welch = t.test(x, y, alternative = alternative, mu = null, conf.level = level))
  estimate <- if (procedure == "t_paired") unname(h$estimate) else unname(h$estimate[1] - h$estimate[2])
  v <- t_values(h, estimate, level)
  # Data times 2^power: t, df and p stay, the rest scales, all exactly. R itself would overflow in the squares.
  s <- 2^power
  v$estimate <- v$estimate * s; v$ci_low <- v$ci_low * s; v$ci_high <- v$ci_high * s
  add(procedure, test_row(x * s, y * s, alternative, level, null * s, "automatic", "ok", v))
}
t_refused <- function(procedure, x, y, alternative = "two.sided", level = 0.95, null = 0) {
  add(procedure, test_row(x, y, alternative, level, null, "automatic", "refused", nan6))
}
for (procedure in c("t_paired", "t_student", "t_welch")) {
  paired <- procedure == "t_paired"
  for (n in c(2, 3, 4, 5, 7, 10, 18, 40, 120)) for (alternative in alternatives) {
    m <- if (paired) n else max(2, n + c(-1, 0, 3, 10)[1 + n %% 4])
    x <- round(rnorm(n, 12, 3), 4); y <- round(rnorm(m, 11, 5), 4)
    t_case(procedure, x, y, alternative, sample(c(0.9, 0.95, 0.99, 0.999, 0.5), 1), sample(c(0, 0.5, -2), 1))
  }
  for (shift in c(3, 30, 300, 1e4, 1e6)) for (n in c(6, 25, 90)) {          # far tails
    x <- round(rnorm(n, 0, 1), 4) + shift; y <- round(rnorm(n, 0, 1), 4)
    t_case(procedure, x, y)
    if (n == 25) { t_case(procedure, y, x, "less"); t_case(procedure, y, x, "greater"); t_case(procedure, x, y, "greater") }
  }
  for (power in c(-900, -500, 500, 900)) {                                  # huge and small scales
    t_case(procedure, c(1.5, 2.25, 3, 4.125, 2), c(1, 2, 5.5, 1.25, 0.75), power = power)
    t_case(procedure, c(1, 2, 4), c(7, 2, 1), "less", 0.9, power = power)
  }
  t_case(procedure, 1e9 + c(1, 2, 3, 5), 1e9 + c(2, 2.5, 3, 4))             # large common offset
  t_case(procedure, 1e9 + c(1, 2, 4), 1e9 - c(1, 2, 6))
  t_case(procedure, c(0, 0, 0, 1), c(0, 2, 0, 0))                           # zeros
  t_case(procedure, c(1, 2, 3), c(3, 2, 1))                                 # t = 0
  t_case(procedure, c(1, 2, 2, 2, 3, 3), c(2, 2, 1, 1, 1, 3))               # ties
  if (!paired) {
    t_case(procedure, c(5, 5, 5), c(1, 2, 4))                               # one sample constant
    t_case(procedure, c(1e-8, 2e-8, 5e-8), c(1e6, 3e6, 2e6, 7e6))           # very unequal variances
  }
  t_refused(procedure, 1, 2); t_refused(procedure, numeric(0), numeric(0)) # n too small
  t_refused(procedure, c(1, NaN, 3), c(1, 2, 4)); t_refused(procedure, c(1, 2, 3), c(1, Inf, 4))
  t_refused(procedure, c(1, 2, 3), c(1, -Inf, 4))
  t_refused(procedure, c(4, 4, 4), c(4, 4, 4)); t_refused(procedure, c(4, 4, 4), c(3, 3, 3))   # constant
  t_refused(procedure, c(0, 0, 0), c(0, 0, 0))
  t_refused(procedure, c(1, 2, 3), c(3, 1, 7), level = 1); t_refused(procedure, c(1, 2, 3), c(3, 1, 7), level = 0)
  t_refused(procedure, c(1, 2, 3), c(3, 1, 7), level = NaN); t_refused(procedure, c(1, 2, 3), c(3, 1, 7), null = Inf)
  if (paired) {
    t_refused(procedure, c(1, 2, 3), c(3, 1)); t_refused(procedure, c(1, 2, 3) + 0.1, c(1, 2, 3))
  } else {
    t_refused(procedure, c(1, 2, 3), 3)  # OURS: t.test(var.equal = TRUE) takes the variance from one sample alone
    t_refused(procedure, 3, c(1, 2, 3))
  }
}
})

# ---- summary ---------------------------------------------------------------------------------------------------
section("summary", {
summary_case <- function(x, level = 0.95, power = 0) {
  s <- 2^power
  # t.test stops where the standard error is lost in rounding, and gives NaN where all values are zero.
  h <- tryCatch(t.test(x, conf.level = level)$conf.int, error = function(e) c(NaN, NaN))
  exact <- mpfr(x, bits); n <- length(x)
  middle <- asNumeric(mean(exact))
  deviation <- if (n > 1) asNumeric(sqrt(sum((exact - mean(exact))^2) / (n - 1))) else NaN
  stopifnot(close_to(middle, mean(x), 1e-12), n < 2 || close_to(deviation, sd(x), 1e-3))
  if (!is.nan(h[1])) {
    half <- qt((1 - level) / 2, n - 1, lower.tail = FALSE) * deviation / sqrt(n)
    stopifnot(all(abs(middle + c(-half, half) - h) <= 1e-6 * half))
    h <- middle + c(-half, half)
  }
  q <- quantile(x, c(0, 0.25, 0.5, 0.75, 1), type = 7, names = FALSE)
  stopifnot(q[3] == median(x) || close_to(q[3], median(x), 1e-14))
  v <- c(middle, deviation, deviation / sqrt(n), q, h) * s
  names(v) <- c("mean", "sd", "se", "minimum", "lower_quartile", "median", "upper_quartile", "maximum", "ci_low",
                "ci_high")
  add("summary", c(values = vec(x * s), ci_level = shortest(level), outcome = "ok", vapply(v, out, "")))
}
summary_refused <- function(x, level = 0.95) {
  v <- rep("NaN", 10)
  names(v) <- c("mean", "sd", "se", "minimum", "lower_quartile", "median", "upper_quartile", "maximum", "ci_low",
                "ci_high")
  add("summary", c(values = vec(x), ci_level = shortest(level), outcome = "refused", v))
}
for (n in c(2, 3, 4, 5, 6, 7, 8, 9, 13, 21, 50, 101, 240)) for (level in c(0.5, 0.9, 0.95, 0.999))
  summary_case(round(rlnorm(n, 1, 1.2), 5), level)
for (power in c(-1000, -600, 600, 1000)) summary_case(c(1.5, -2.25, 3, 4.125, 2), power = power)
summary_case(1e9 + c(1, 2, 3, 5)); summary_case(1e15 + c(1, 2, 3, 5, 8)); summary_case(c(0, 0, 0, 1, 7))
summary_case(c(1, 1, 2, 2, 2)); summary_case(-c(1, 4, 9, 16)); summary_case(c(7, 7, 7)); summary_case(c(0, 0))
summary_case(42); summary_case(c(1e300, 1e-300, 1)/1e150); summary_case(c(3, 1), 1 - 1e-9)
summary_refused(numeric(0)); summary_refused(c(1, NaN)); summary_refused(c(1, Inf, 2)); summary_refused(c(-Inf, 2))
summary_refused(c(1, 2, 3), 1); summary_refused(c(1, 2, 3), 0); summary_refused(c(1, 2, 3), -0.5)
})

# ---- Wilcoxon --------------------------------------------------------------------------------------------------
section("wilcoxon", {
# Level reached: the extremes of the distribution may be likelier than the tails asked for. OURS: the level is given
# exactly; where it is zero there is no interval.
reach <- function(v, level, low_atom, high_atom, alternative) {
  tail <- if (alternative == "two.sided") (1 - level) / 2 else 1 - level
  missed <- (if (alternative == "less") 0 else max(tail, low_atom)) +
    (if (alternative == "greater") 0 else max(tail, high_atom))
  v$reached_level <- if (missed <= (1 - level) * (1 + 1e-12)) level else 1 - missed
  if (v$reached_level <= 0) v$ci_low <- v$ci_high <- v$reached_level <- NaN
  v
}
walsh <- function(x) { w <- outer(x, x, "+"); w[!lower.tri(w)] / 2 }
# The corrected normal statistic only jumps at Walsh averages (differences): uniroot ends beside one, which is meant.
snap <- function(bounds, candidates) {
  for (i in which(is.finite(bounds))) {
    nearest <- candidates[which.min(abs(candidates - bounds[i]))]
    stopifnot(abs(nearest - bounds[i]) < 1e-11 * diff(range(candidates)))
    bounds[i] <- nearest
  }
  bounds
}
has_ties <- function(r) length(unique(r)) < length(r)
# `as` are the values written out; x the ones computed with (equal to them but for rounding).
signed_case <- function(x, alternative = "two.sided", level = 0.95, null = 0, method = "automatic", as = x,
                        second = numeric(0), power = 0, unit = 1) {
  kept <- x[x != null]                       # zeros dropped before all else, as wilcox.test does
  n <- length(kept); r <- rank(abs(kept - null))
  exact <- method == "exact" || (method == "automatic" && n < 50)
  if (exact && !has_ties(r)) {
    h <- quiet(wilcox.test(kept, alternative = alternative, mu = null, exact = TRUE, conf.int = TRUE,
                           conf.level = level))
  } else if (exact) {
    # Its estimate, unused here, warns where all values are equal.
    h <- quiet(wilcox.exact(kept, alternative = alternative, mu = null, exact = TRUE, conf.int = TRUE,
                             conf.level = level))
    both <- data.frame(value = kept - null, zero = rep(0, n))
    coin_p <- pvalue(wilcoxsign_test(value ~ zero, both, distribution = "exact", alternative = alternative,
                                     zero.method = "Wilcoxon"))
    stopifnot(close_to(as.numeric(coin_p), h$p.value, 1e-8) || n < 3)
  } else {
    h <- quiet(wilcox.test(kept, alternative = alternative, mu = null, exact = FALSE, correct = TRUE, conf.int = TRUE,
                           conf.level = level, tol.root = 1e-14 * diff(range(kept))))
    h$conf.int <- snap(h$conf.int, walsh(kept))
  }
  v <- list(estimate = median(walsh(kept)), ci_low = h$conf.int[1], ci_high = h$conf.int[2], reached_level = level,
            statistic = unname(h$statistic), df = NaN, p = h$p.value)
  if (exact) v <- reach(v, level, 2^-n, 2^-n, alternative)
  s <- 2^power / unit
  v$estimate <- v$estimate * s; v$ci_low <- v$ci_low * s; v$ci_high <- v$ci_high * s
  add("signed_rank", test_row(as * 2^power, second, alternative, level, null * s, method, "ok", v))
}
signed_refused <- function(x, y = numeric(0), level = 0.95, null = 0, method = "automatic")
  add("signed_rank", test_row(x, y, "two.sided", level, null, method, "refused", nan6))

for (n in c(2, 3, 4, 5, 6, 7, 9, 14, 25, 49)) for (alternative in alternatives)          # exact, no ties
  signed_case(round(rnorm(n, 0.6, 1.5), 6), alternative, sample(c(0.8, 0.9, 0.95, 0.99), 1), sample(c(0, 0.25), 1))
for (n in c(4, 6, 8, 11, 16, 30, 48)) for (alternative in alternatives)                  # exact, ties and zeros
  signed_case(sample(-4:9, n, replace = TRUE) + 0 * n, alternative, sample(c(0.8, 0.9, 0.95), 1))
for (n in c(5, 10, 20, 40)) signed_case(sample(-3:7, n, replace = TRUE) / 8, null = 0.125)
for (n in c(12, 30)) signed_case(c(0, 0, 0, round(rnorm(n, 1), 5)))                      # zeros, no ties
for (n in c(45, 49)) { signed_case(round(runif(n, 1, 5), 6)); signed_case(sample(1:9, n, TRUE), "greater") }  # p < 1e-12
signed_case(-round(runif(49, 1, 5), 6), "less")
for (n in c(50, 51, 80, 200)) for (alternative in alternatives) {                        # normal
  signed_case(round(rnorm(n, 0.2), 6), alternative)
  signed_case(sample(-5:7, n, replace = TRUE), alternative, 0.9)
}
signed_case(round(rnorm(300, 3), 6)); signed_case(sample(1:20, 120, TRUE))               # normal, p < 1e-12
signed_case(round(rnorm(70, 0.1), 6), method = "exact"); signed_case(sample(-8:9, 90, TRUE), method = "exact")
signed_case(round(rnorm(20, 0.1), 6), method = "normal"); signed_case(sample(-8:9, 25, TRUE), method = "normal")
for (power in c(-900, 900)) { signed_case(c(1.5, -2.25, 3, 4.125, 2, 7, 11), power = power)
  signed_case(c(1, -2, 2, 4, 4, 7, 11, 0), power = power) }
signed_case(c(1, 1, 1)); signed_case(rep(2, 12)); signed_case(c(-1, 1)); signed_case(c(3, 0, -1, 0, 0, 5))
for (n in c(8, 15, 35)) {                                                                # pairs in tenths
  a <- sample(1:40, n, replace = TRUE); b <- sample(1:40, n, replace = TRUE)
  signed_case(a - b, as = a / 10, second = b / 10, unit = 10)                            # computed on whole numbers
}
for (n in c(6, 18)) { a <- round(rnorm(n, 5), 3); b <- round(rnorm(n, 4), 3); signed_case(round(a - b, 3), as = a, second = b) }
signed_refused(1); signed_refused(numeric(0)); signed_refused(c(0, 0, 0)); signed_refused(c(1, NaN, 2))
signed_refused(c(1, Inf, 2)); signed_refused(c(1, 2, 3), c(1, 2)); signed_refused(c(1, 2, 3), c(1, 2, 3))
signed_refused(c(0, 0, 4)); signed_refused(c(1, 2, 3), level = 1.5); signed_refused(c(2, 2, 2), null = 2)
signed_refused(1:600 + 0, method = "exact")

sum_case <- function(x, y, alternative = "two.sided", level = 0.95, null = 0, method = "automatic", power = 0,
                     unit = 1) {
  m <- length(x); n <- length(y); r <- rank(c(x - null, y))
  exact <- method == "exact" || (method == "automatic" && m < 50 && n < 50)
  if (exact && !has_ties(r) && !has_ties(c(x, y))) {
    h <- quiet(wilcox.test(x, y, alternative = alternative, mu = null, exact = TRUE, conf.int = TRUE,
                           conf.level = level))
    low_atom <- high_atom <- 1 / choose(m + n, n)
  } else if (exact) {
    # Its estimate, unused here, warns where all values are equal.
    h <- quiet(wilcox.exact(x, y, alternative = alternative, mu = null, exact = TRUE, conf.int = TRUE,
                             conf.level = level))
    both <- data.frame(value = c(x - null, y), group = factor(rep(c("x", "y"), c(m, n))))
    coin_p <- pvalue(wilcox_test(value ~ group, both, distribution = "exact", alternative = alternative))
    stopifnot(close_to(as.numeric(coin_p), h$p.value, 1e-8))
    ranks <- rank(c(x, y))
    high_atom <- pperm(sum(sort(ranks)[1:m]), ranks, m)
    low_atom <- pperm(sum(rev(sort(ranks))[1:m]), ranks, m, alternative = "greater")
  } else {
    h <- quiet(wilcox.test(x, y, alternative = alternative, mu = null, exact = FALSE, correct = TRUE, conf.int = TRUE,
                           conf.level = level, tol.root = 1e-14 * diff(range(c(x, y)))))
    h$conf.int <- snap(h$conf.int, as.vector(outer(x, y, "-")))
  }
  v <- list(estimate = median(outer(x, y, "-")), ci_low = h$conf.int[1], ci_high = h$conf.int[2],
            reached_level = level, statistic = unname(h$statistic), df = NaN, p = h$p.value)
  if (exact) v <- reach(v, level, low_atom, high_atom, alternative)
  s <- 2^power / unit
  v$estimate <- v$estimate * s; v$ci_low <- v$ci_low * s; v$ci_high <- v$ci_high * s
  add("rank_sum", test_row(x * s, y * s, alternative, level, null * s, method, "ok", v))
}
sum_refused <- function(x, y, level = 0.95, null = 0, method = "automatic")
  add("rank_sum", test_row(x, y, "two.sided", level, null, method, "refused", nan6))

sizes <- list(c(1, 2), c(2, 2), c(3, 2), c(3, 3), c(4, 6), c(7, 5), c(10, 12), c(20, 9), c(49, 49), c(1, 30))
for (size in sizes) for (alternative in alternatives)                                    # exact, no ties
  sum_case(round(rnorm(size[1], 0.8), 6), round(rnorm(size[2]), 6), alternative, sample(c(0.8, 0.9, 0.95, 0.99), 1),
           sample(c(0, 0.5), 1))
for (size in list(c(3, 4), c(5, 5), c(6, 9), c(12, 7), c(20, 20), c(30, 45))) for (alternative in alternatives)
  sum_case(sample(0:8, size[1], TRUE) + 0, sample(-2:6, size[2], TRUE) + 0, alternative, sample(c(0.8, 0.9, 0.95), 1))
for (size in list(c(8, 5), c(15, 25)))
  sum_case(sample(0:16, size[1], TRUE) / 8, sample(0:16, size[2], TRUE) / 8, null = 0.25)
sum_case(runif(45, 10, 20), runif(45)); sum_case(sample(20:30, 45, TRUE), sample(1:19, 40, TRUE), "greater")  # p < 1e-12
sum_case(sample(1:9, 30, TRUE), sample(20:30, 49, TRUE)); sum_case(round(runif(40), 6), round(runif(49, 2, 3), 6), "less")
for (size in list(c(50, 20), c(60, 70), c(150, 90))) for (alternative in alternatives) { # normal
  sum_case(round(rnorm(size[1], 0.3), 6), round(rnorm(size[2]), 6), alternative)
  sum_case(sample(0:9, size[1], TRUE), sample(1:11, size[2], TRUE), alternative, 0.9)
}
sum_case(round(rnorm(120, 4), 6), round(rnorm(130), 6)); sum_case(sample(10:20, 200, TRUE), sample(1:11, 150, TRUE))
sum_case(round(rnorm(60), 6), round(rnorm(55), 6), method = "exact")
sum_case(sample(1:30, 60, TRUE), sample(5:35, 55, TRUE), method = "exact")
sum_case(round(rnorm(12), 6), round(rnorm(15), 6), method = "normal")
sum_case(sample(1:9, 22, TRUE), sample(3:12, 18, TRUE), method = "normal")
for (power in c(-900, 900)) { sum_case(c(1.5, 2.25, 3, 9), c(0.5, 0.75, 2, 4.5, 5), power = power)
  sum_case(c(1, 2, 2, 9), c(1, 0, 2, 4, 5), power = power) }
sum_case(c(5, 5, 5), c(1, 1, 1, 1)); sum_case(c(0, 0, 0, 0, 3), c(0, 0, 1, 2, 8, 8)); sum_case(1, 2)
for (n in c(7, 14, 33)) sum_case(sample(1:30, n, TRUE), sample(5:35, n + 2, TRUE), unit = 10)  # tenths
sum_refused(numeric(0), c(1, 2)); sum_refused(c(1, 2), numeric(0)); sum_refused(c(1, NaN), c(1, 2))
sum_refused(c(1, 3), c(1, Inf)); sum_refused(c(2, 2), c(2, 2, 2)); sum_refused(c(1, 2), c(3, 4), level = 0)
sum_refused(c(1, 2), c(3, 4), null = NaN); sum_refused(1:150 + 0, 1:151 + 0.5, method = "exact")
sum_refused(c(0, 0, 0), 0)
})

# ---- proportions -----------------------------------------------------------------------------------------------
section("proportion", {
binomial_at_least <- function(x, n, p) {  # p: mpfr
  k <- if (x <= n - x) 0:(x - 1) else x:n  # the shorter tail; 256 bits bear the difference from 1
  tail <- sum(mpfr(chooseZ(n, k), bits) * p^k * (1 - p)^(n - k))
  if (x <= n - x) 1 - tail else tail
}
root_in_unit <- function(f) unirootR(f, lower = mpfr(0, bits), upper = mpfr(1, bits), tol = 1e-40)$root
clopper_bounds <- function(x, n, low_tail, high_tail) {
  low <- if (x == 0) 0 else qbeta(low_tail, x, n - x + 1)
  high <- if (x == n) 1 else qbeta(high_tail, x + 1, n - x, lower.tail = FALSE)
  if (n <= 300 || min(x, n - x) <= 10) {
    fine_low <- if (x == 0) 0 else asNumeric(root_in_unit(function(p) binomial_at_least(x, n, p) - low_tail))
    # P(X <= x; p) is P(Y >= n - x; 1 - p) for the failures Y.
    fine_high <- if (x == n) 1 else
      asNumeric(1 - root_in_unit(function(q) binomial_at_least(n - x, n, q) - high_tail))
    stopifnot(close_to(c(low, high), c(fine_low, fine_high), 1e-9))
    low <- fine_low; high <- fine_high
  }
  c(low, high)
}
proportion_row <- function(x, n, alternative, level, outcome, v)
  c(successes = sprintf("%.0f", x), trials = sprintf("%.0f", n), alternative = alternative, ci_level = shortest(level),
    outcome = outcome, estimate = out(v[1]), ci_low = out(v[2]), ci_high = out(v[3]))
clopper_case <- function(x, n, alternative = "two.sided", level = 0.95) {
  tail <- if (alternative == "two.sided") (1 - level) / 2 else 1 - level
  ci <- clopper_bounds(x, n, tail, tail)
  if (alternative == "less") ci[1] <- 0
  if (alternative == "greater") ci[2] <- 1
  if (n <= 1e4)  # binom.test allocates n numbers
    stopifnot(close_to(ci, binom.test(x, n, alternative = alternative, conf.level = level)$conf.int, 1e-9))
  add("clopper_pearson", proportion_row(x, n, alternative, level, "ok", c(x / n, ci)))
}
wilson_case <- function(x, n, alternative = "two.sided", level = 0.95) {
  tail <- if (alternative == "two.sided") (1 - level) / 2 else 1 - level
  z <- mpfr(qnorm(tail, lower.tail = FALSE), bits); xx <- mpfr(x, bits); nn <- mpfr(n, bits)
  root <- z * sqrt(z^2 + 4 * xx * (nn - xx) / nn)
  ci <- c(asNumeric(2 * xx^2 / nn / (2 * xx + z^2 + root)), asNumeric((2 * xx + z^2 + root) / (2 * (nn + z^2))))
  if (alternative == "less") ci[1] <- 0
  if (alternative == "greater") ci[2] <- 1
  h <- quiet(prop.test(x, n, alternative = alternative, conf.level = level, correct = FALSE))$conf.int
  stopifnot(all(abs(ci - h) < 1e-9))
  add("wilson", proportion_row(x, n, alternative, level, "ok", c(x / n, ci)))
}
for (f in list(clopper_case, wilson_case)) {
  for (n in c(1, 2, 3, 10, 37)) for (x in unique(c(0, 1, n %/% 2, n - 1, n))) for (alternative in alternatives)
    f(x, n, alternative)
  for (level in c(0.5, 0.8, 0.99, 0.999999)) { f(0, 20, level = level); f(20, 20, level = level); f(7, 20, level = level) }
  for (n in c(150, 1000, 1e6, 1e9)) { f(0, n); f(1, n); f(round(n / 3), n); f(n, n) }
}
for (procedure in c("clopper_pearson", "wilson")) {
  refuse <- function(x, n, level = 0.95) add(procedure, proportion_row(x, n, "two.sided", level, "refused", rep(NaN, 3)))
  refuse(0, 0); refuse(-1, 5); refuse(6, 5); refuse(1, -3); refuse(1, 5, 1); refuse(1, 5, 0); refuse(1, 5, NaN)
}
})

# ---- Fisher ----------------------------------------------------------------------------------------------------
section("fisher", {
fisher_row <- function(t, alternative, level, outcome, v)
  c(a = sprintf("%.0f", t[1]), b = sprintf("%.0f", t[2]), c = sprintf("%.0f", t[3]), d = sprintf("%.0f", t[4]),
    alternative = alternative, ci_level = shortest(level), outcome = outcome, estimate = out(v[1]), ci_low = out(v[2]),
    ci_high = out(v[3]), p = out(v[4]))
fisher_case <- function(t, alternative = "two.sided", level = 0.95) {
  m <- t[1] + t[2]; n <- t[3] + t[4]; k <- t[1] + t[3]; x <- t[1]
  support <- max(0, k - n):min(k, m)
  ways <- chooseZ(m, support) * chooseZ(n, k - support)
  mine <- ways[x - support[1] + 1]
  # The odds ratio 1 + 1e-7 of fisher.test, in whole numbers.
  counted <- switch(alternative, less = support <= x, greater = support >= x,
                    two.sided = as.logical(ways * 10000000 <= mine * 10000001))
  p <- asNumeric(mpfr(sum(ways[counted]), bits) / mpfr(sum(ways), bits))
  weight <- mpfr(ways, bits)
  tilted <- function(log_or) { w <- weight * exp(log_or * (support - x)); w / sum(w) }
  solve <- function(f) {
    asNumeric(exp(unirootR(f, lower = mpfr(-60, bits), upper = mpfr(60, bits), tol = 1e-40)$root))
  }
  tail <- if (alternative == "two.sided") (1 - level) / 2 else 1 - level
  lowest <- x == support[1]; highest <- x == support[length(support)]
  estimate <- if (lowest && highest) NaN  # OURS: fisher.test says 0, though every odds ratio is as likely
    else if (lowest) 0 else if (highest) Inf else solve(function(l) sum(tilted(l) * (support - x)))
  ci <- c(0, Inf)
  if (alternative != "less" && !lowest) ci[1] <- solve(function(l) sum(tilted(l)[support >= x]) - tail)
  if (alternative != "greater" && !highest) ci[2] <- solve(function(l) sum(tilted(l)[support <= x]) - tail)
  h <- fisher.test(matrix(t, 2, byrow = TRUE), alternative = alternative, conf.level = level)
  stopifnot(close_to(p, h$p.value, 1e-8))
  moderate <- ci > 0.01 & ci < 100
  stopifnot(all(abs(log(ci[moderate] / h$conf.int[moderate])) < 0.02))
  add("fisher", fisher_row(t, alternative, level, "ok", c(estimate, ci, p)))
}
tables <- list(c(3, 1, 1, 3), c(0, 5, 5, 0), c(5, 0, 0, 5), c(1, 0, 0, 1), c(1, 1, 1, 1), c(2, 0, 1, 3), c(0, 3, 2, 4),
               c(10, 2, 3, 15), c(7, 12, 9, 4), c(1, 9, 11, 3), c(0, 10, 0, 12), c(4, 0, 6, 0), c(0, 0, 5, 7),
               c(12, 5, 29, 2), c(40, 10, 12, 45), c(3, 97, 9, 91), c(0, 60, 60, 0), c(80, 3, 2, 90), c(100, 100, 100, 100))
for (t in tables) for (alternative in alternatives) fisher_case(t, alternative)
for (level in c(0.5, 0.8, 0.9, 0.99, 0.9999)) { fisher_case(c(6, 3, 2, 8), level = level); fisher_case(c(2, 8, 6, 3), "less", level) }
fisher_case(c(120, 5, 7, 130)); fisher_case(c(7, 130, 120, 5), "less"); fisher_case(c(200, 30, 3, 260), "greater")
fisher_case(c(1, 5000, 9, 4000)); fisher_case(c(12, 90000, 3, 120000)); fisher_case(c(250, 240, 260, 255))
fisher_refuse <- function(t, level = 0.95) add("fisher", fisher_row(t, "two.sided", level, "refused", rep(NaN, 4)))
fisher_refuse(c(0, 0, 0, 0)); fisher_refuse(c(-1, 2, 3, 4)); fisher_refuse(c(1, 2, 3, -4)); fisher_refuse(c(1, 2, 3, 4), 1)
fisher_refuse(c(1, 2, 3, 4), NaN); fisher_refuse(c(3e9, 2, 3, 4)); fisher_refuse(c(1, 2e9, 2e9, 1) + 5e6 * c(1, 0, 0, 1))
})

# ---- Holm ------------------------------------------------------------------------------------------------------
section("holm", {
holm_case <- function(p) {
  p <- as.numeric(p)
  adjusted <- p.adjust(ifelse(is.nan(p), NA, p), "holm")
  add("holm", c(p = vec(p), outcome = "ok", family = sum(!is.na(p)), adjusted = paste(vapply(adjusted, out, ""), collapse = ";")))
}
holm_refuse <- function(p) add("holm", c(p = vec(p), outcome = "refused", family = 0, adjusted = vec(rep(NaN, length(p)))))
for (n in c(1, 2, 3, 4, 5, 7, 10, 20, 50, 200)) for (power in c(1, 3, 8)) holm_case(signif(runif(n)^power, 6))
for (n in c(2, 3, 6, 15)) { p <- signif(runif(n)^4, 6); p[sample(n, 1)] <- NaN; holm_case(p) }
for (n in c(5, 12)) { p <- signif(10^-runif(n, 0, 300), 6); holm_case(p); p[c(1, n)] <- NaN; holm_case(p) }
holm_case(c(0, 0, 1)); holm_case(c(0.04, 0.04, 0.04)); holm_case(c(1, 1)); holm_case(NaN); holm_case(c(NaN, NaN))
holm_case(c(0.01, 0.02, 0.03, 0.04)); holm_case(c(0.5, 0.01)); holm_case(rev(seq(0.01, 0.2, 0.01))); holm_case(5e-324)
holm_case(c(1e-300, 1e-310, 0.9)); holm_case(rep(c(0.001, 0.5, NaN), 5)); holm_case(numeric(0))
holm_refuse(c(0.1, 1.5)); holm_refuse(c(-0.1, 0.5)); holm_refuse(Inf); holm_refuse(c(0.2, -Inf))
})

