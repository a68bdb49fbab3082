package fr.passerelle.faults.campaign;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The rounds of a campaign together.
 *
 * @param asked the faults that were asked for
 */
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
        return rounds.stream()
                .flatMap(round -> round.struck().stream())
                .filter(each -> each.fault().equals(fault))
                .count();
    }

    private long fired(String fault) {
        return rounds.stream()
                .flatMap(RoundRecord::fired)
                .filter(each -> each.fault().equals(fault))
                .count();
    }

    private long violations(String fault) {
        return rounds.stream()
                .filter(round ->
                        round.struck().stream().anyMatch(each -> each.fault().equals(fault)))
                .mapToInt(round -> round.violations().size())
                .sum();
    }

    /** The faults that were injected and never fired. */
    public List<String> neverFired() {
        return asked.stream()
                .filter(fault -> injected(fault) > 0 && fired(fault) == 0)
                .toList();
    }

    /** The faults whose turn did not come in the time there was. */
    public List<String> withoutTurn() {
        return asked.stream().filter(fault -> injected(fault) == 0).toList();
    }

    /** Whether a promise was broken. */
    public boolean broken() {
        return rounds.stream().anyMatch(round -> !round.violations().isEmpty());
    }
}
