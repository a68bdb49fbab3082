package fr.passerelle.faults.check;

import java.util.Map;

/**
 * All that a system left behind, read once everything was healed and drained.
 *
 * @param texts what was kept and said anywhere, by place
 * @param lags records that each group has still to read
 */
public record History(
        Log log,
        ProposedResults results,
        RunAccounts accounts,
        Map<String, String> texts,
        Map<String, Long> lags,
        Reference reference) {}
