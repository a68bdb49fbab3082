package fr.passerelle.faults.campaign;

import fr.passerelle.faults.fault.Fault.Evidence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rounds of a campaign together. */
public record CampaignTally(List<String> asked, List<RoundRecord> rounds) {

    private static final String ROW = "%-28s %9s %9s %11s";

    /** A table in French: per fault, how often it was injected, how often it fired, and the violations of its rounds. */
    public String table() {
        var rows = asked.stream()
                .map(fault -> ROW.formatted(fault, injected(fault), fired(fault), violations(fault)))
                .collect(Collectors.joining("\n"));
        return ROW.formatted("faute", "injectée", "a eu lieu", "violations") + "\n" + rows + "\n"
                + ROW.formatted(
                        "tours : " + rounds.size(),
                        "",
                        "",
                        rounds.stream()
                                .mapToInt(round -> round.violations().size())
                                .sum());
    }

    private long injected(String fault) {
        return struck(fault).count();
    }

    private long fired(String fault) {
        return struck(fault).filter(each -> each.evidence().fired()).count();
    }

    private Stream<InjectedFault> struck(String fault) {
        return rounds.stream()
                .flatMap(round -> round.struck().stream())
                .filter(each -> each.fault().equals(fault));
    }

    private long violations(String fault) {
        return rounds.stream()
                .filter(round ->
                        round.struck().stream().anyMatch(each -> each.fault().equals(fault)))
                .mapToInt(round -> round.violations().size())
                .sum();
    }

    public List<String> neverFired() {
        return asked.stream()
                .filter(fault -> injected(fault) > 0 && fired(fault) == 0)
                .toList();
    }

    /** The faults whose turn did not come in the time there was. */
    public List<String> withoutTurn() {
        return asked.stream().filter(fault -> injected(fault) == 0).toList();
    }

    public boolean broken() {
        return rounds.stream().anyMatch(round -> !round.violations().isEmpty());
    }

    /**
     * What a round was and gave.
     *
     * @param records how many committed records of the log were read; 0 when the night could not be finished, so that nothing was checked
     */
    public record RoundRecord(
            long seed,
            int number,
            String target,
            int night,
            List<InjectedFault> struck,
            List<String> remedies,
            int records,
            List<String> violations,
            long seconds) {

        public String line() {
            var what = struck.stream().map(InjectedFault::line).collect(Collectors.joining(" ; "));
            var healed = remedies.isEmpty() ? "" : " ; remède : " + String.join(", ", remedies);
            var result = violations.isEmpty() ? "tenu" : "VIOLÉ : " + String.join(" | ", violations);
            var checked =
                    records == 0 ? "I1 à I10 non vérifiés" : "vérifié I1 à I10 sur " + records + " enregistrements";
            return "graine %d, tour %d, %s nuit %d : %s%s ; %s ; %s (%d s)"
                    .formatted(seed, number, target, night, what, healed, checked, result, seconds);
        }
    }

    /** A fault that was injected. */
    public record InjectedFault(String fault, String when, Evidence evidence) {

        String line() {
            return fault + " (" + when + ") : " + (evidence.fired() ? "a eu lieu" : "N'A PAS EU LIEU") + ", "
                    + evidence.what();
        }
    }
}
