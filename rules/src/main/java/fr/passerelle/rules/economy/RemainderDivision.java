package fr.passerelle.rules.economy;

import fr.passerelle.rules.frequentation.LargestRemainder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How what stays to an EPCI divides among communes: each line in cents, in proportion to what they weigh, by largest remainder, so that the
 * shares of a line add up to it. A simulation (choix du projet): nothing of it is in a score, an aid or a proposal.
 *
 * @param shares one a commune, by INSEE code; none where no commune weighs anything, or no line is known
 */
public record RemainderDivision(List<CommuneShare> shares) {

    static final Comparator<CommuneWeight> BY_INSEE = Comparator.comparing(CommuneWeight::insee);

    private static final int CENTS = 2;

    public RemainderDivision {
        shares = List.copyOf(shares);
    }

    /** Divides among these communes, in whatever order they are told. */
    public static RemainderDivision of(Remainder remainder, Collection<CommuneWeight> communes) {
        List<CommuneWeight> ordered = communes.stream().sorted(BY_INSEE).toList();
        int[] weights = ordered.stream().mapToInt(CommuneWeight::weight).toArray();
        if (remainder.lines().isEmpty() || ordered.stream().allMatch(commune -> commune.weight() == 0)) {
            return new RemainderDivision(List.of());
        }
        List<SortedMap<RemainderLine, BigDecimal>> shares =
                ordered.stream().map(commune -> RemainderDivision.nothing()).toList();
        remainder.lines().forEach((line, euros) -> {
            long[] parts = LargestRemainder.split(euros.movePointRight(CENTS).longValueExact(), weights);
            for (int i = 0; i < parts.length; i++) {
                shares.get(i).put(line, BigDecimal.valueOf(parts[i], CENTS));
            }
        });
        return zipped(ordered, shares);
    }

    /** Divides among the others when one leaves: what stays is the same, and they pay its share. */
    public static RemainderDivision without(String insee, Remainder remainder, Collection<CommuneWeight> communes) {
        return of(
                remainder,
                communes.stream()
                        .filter(commune -> !commune.insee().equals(insee))
                        .toList());
    }

    private static SortedMap<RemainderLine, BigDecimal> nothing() {
        return new TreeMap<>();
    }

    private static RemainderDivision zipped(
            List<CommuneWeight> communes, List<SortedMap<RemainderLine, BigDecimal>> shares) {
        return new RemainderDivision(IntStream.range(0, communes.size())
                .mapToObj(i -> new CommuneShare(communes.get(i), shares.get(i)))
                .toList());
    }
}
