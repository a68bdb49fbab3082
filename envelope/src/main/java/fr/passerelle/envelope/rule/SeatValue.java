package fr.passerelle.envelope.rule;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The worth of a place of an EPCI that opens, on each criterion. */
record SeatValue(EnvelopeTerms terms, Plan plan, EpciDescribed epci) {

    /** Criteria of an opening, without its study. */
    Map<Critere, Long> of(Siege seat, LocalDate opening) {
        long near = inhabitantsNear(seat);
        Map<Critere, Long> values = new EnumMap<>(Critere.class);
        values.put(Critere.HABITANTS_PONDERES, near * weight(plan.getBesoin()));
        values.put(Critere.HABITANTS_PROCHES, near);
        values.put(Critere.SCORE, score(seat));
        values.put(Critere.MOIS_OUVERTS, terms.monthsOpen(opening));
        values.put(Critere.OUVERTURES, 1L);
        return values;
    }

    private int weight(Besoin besoin) {
        return Objects.requireNonNull(terms.programmation().needWeights().get(besoin), "Each level has a weight");
    }

    /** A site has no score, and counts for none. */
    private long score(Siege seat) {
        return Seating.compared(plan, seat)
                .flatMap(one -> Optional.ofNullable(one.getScore()))
                .map(Integer::longValue)
                .orElse(0L);
    }

    /** Those of the communes whose centroid is within the radius of that of the seat's; nobody where its commune is not of the EPCI. */
    private long inhabitantsNear(Siege seat) {
        return epci.getCommunes().stream()
                .filter(commune -> commune.getInsee().equals(seat.getInsee()))
                .findFirst()
                .map(this::inhabitantsNear)
                .orElse(0L);
    }

    private long inhabitantsNear(Commune from) {
        return epci.getCommunes().stream()
                .filter(commune -> Distance.metres(from, commune) <= terms.radiusMetres())
                .mapToLong(Commune::getPopulation)
                .sum();
    }
}
