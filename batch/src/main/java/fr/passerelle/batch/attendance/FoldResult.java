package fr.passerelle.batch.attendance;

import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.WithdrawalCounts;
import java.util.List;

/**
 * What folding some rooms together came to.
 *
 * @param place of the last of the rooms
 * @param months how many were told anew
 * @param counts what became of their lines, one entry a file
 * @param withdrawn what became of lines of withdrawn imports
 */
public record FoldResult(long place, long months, List<Counts> counts, WithdrawalCounts withdrawn) {}
