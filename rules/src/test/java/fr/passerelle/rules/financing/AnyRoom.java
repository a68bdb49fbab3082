package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.explanation.AnyFacts;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Any room of {@link AnyEpci}, with any score, and any site. */
record AnyRoom(Random random) {

    private static final List<FrequentationState> STATES = List.of(
            FrequentationState.NOTEE,
            FrequentationState.NOTEE,
            FrequentationState.NOTEE,
            FrequentationState.DONNEES_INSUFFISANTES,
            FrequentationState.FERMEE);

    ScoredRoom scored(int i) {
        String id = (random.nextInt(5) == 0 ? "DEMO-" : "S-") + i;
        return Places.scored(room(id), frequentation(id));
    }

    /** A site may have the identifier of a room. */
    SiteDescribed site(int i) {
        return Places.site("S-" + i)
                .setInsee(AnyEpci.insee(random.nextInt(5)))
                .setHosting(AnyFacts.hosting(random))
                .build();
    }

    private RoomInventoried.Builder room(String id) {
        return Places.room(id)
                .setInsee(AnyEpci.insee(random.nextInt(5)))
                .setGestion(random.nextInt(4) == 0 ? Gestion.COMMUNALE_AUTONOME : Gestion.REGION)
                .setClosed(random.nextInt(6) == 0 ? LocalDate.of(2018, 1, 1) : null)
                .setHosting(AnyFacts.hosting(random));
    }

    private Frequentation.Builder frequentation(String id) {
        FrequentationState state = STATES.get(random.nextInt(STATES.size()));
        int[] bounds =
                IntStream.generate(() -> random.nextInt(101)).limit(3).sorted().toArray();
        boolean noted = state == FrequentationState.NOTEE;
        return Places.unscored(id, state)
                .setLow(noted ? (Integer) bounds[0] : null)
                .setScore(noted ? (Integer) bounds[1] : null)
                .setHigh(noted ? (Integer) bounds[2] : null)
                .setMonthsObserved(12)
                .setPersonHours12MonthsHundredths(random.nextInt(1_000_00))
                .setObserved12Months(random.nextInt(13));
    }
}
