package fr.prosante.keycloak.card.core.crl;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code crl} or {@code judge}: see bench.sh. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 1 ? arguments[0] : "") {
            case "crl" -> {
                ListLoad.run(1_000_000, "");
                ListLoad.run(100_000, "-100k");
                lookup("1000000", "crl-lookup");
                lookup("100000", "crl-lookup-100k");
            }
            case "judge" -> judge();
            default -> throw new IllegalArgumentException("crl or judge is expected");
        }
    }

    private static void lookup(String entries, String figure) throws Exception {
        Options options = new OptionsBuilder()
                .include(LookupBenchmark.class.getSimpleName())
                .param("entries", entries)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        ListLoad.result(figure, score(results, "ours") / 1000, score(results, "peer") / 1000, "us");
    }

    private static void judge() throws Exception {
        Options options = new OptionsBuilder()
                .include(JudgeBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        ListLoad.result("card-judge-warm", score(results, "ours"), score(results, "peer"), "us");
        ListLoad.result("card-judge-alloc", allocated(results, "ours"), allocated(results, "peer"), "B");
    }

    private static double score(Collection<RunResult> results, String method) {
        return of(results, method).getPrimaryResult().getScore();
    }

    private static double allocated(Collection<RunResult> results, String method) {
        return of(results, method).getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .map(java.util.Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }
}
