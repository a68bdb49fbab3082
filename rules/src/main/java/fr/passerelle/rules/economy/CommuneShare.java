package fr.passerelle.rules.economy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a commune would pay.
 *
 * @param euros of each line that is divided, to the cent, from 0
 */
public record CommuneShare(CommuneWeight commune, SortedMap<RemainderLine, BigDecimal> euros) {

    public CommuneShare {
        euros = Collections.unmodifiableSortedMap(new TreeMap<>(euros));
    }

    /** Over the plan, year 4 apart. */
    public BigDecimal total() {
        return euros.entrySet().stream()
                .filter(line -> line.getKey() != RemainderLine.ANNEE_4)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
