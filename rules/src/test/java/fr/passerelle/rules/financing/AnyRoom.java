package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
        return new ScoredRoom(room(id), frequentation(id));
    }

    /** A site may have the identifier of a room. */
    SiteDescribed site(int i) {
        return SiteDescribed.newBuilder()
                .setSiteId("S-" + i)
                .setEpci(AnyEpci.SIREN)
                .setName("Site " + i)
                .setInsee(AnyEpci.insee(random.nextInt(5)))
                .setHosting(hosting())
                .build();
    }

    private RoomInventoried room(String id) {
        return RoomInventoried.newBuilder()
                .setRoomId(id)
                .setEpci(AnyEpci.SIREN)
                .setName("Salle " + id)
                .setInsee(AnyEpci.insee(random.nextInt(5)))
                .setGestion(random.nextInt(4) == 0 ? Gestion.COMMUNALE_AUTONOME : Gestion.REGION)
                .setClosed(random.nextInt(6) == 0 ? LocalDate.of(2018, 1, 1) : null)
                .setHosting(hosting())
                .build();
    }

    private Hosting hosting() {
        return Hosting.newBuilder()
                .setSurfaceM2Hundredths(number(120_00))
                .setMeasuredMbitsHundredths(number(80_00))
                .setAnimateurEtpHundredths(number(100))
                .setOwnerAgreement(yesOrNo())
                .setStepFreeAccess(yesOrNo())
                .setClosedSpace(yesOrNo())
                .setVentilatedSpace(yesOrNo())
                .setFunctionsToday(Arrays.stream(Fonction.values())
                        .filter(fonction -> random.nextInt(4) == 0)
                        .toList())
                .build();
    }

    private Frequentation frequentation(String id) {
        FrequentationState state = STATES.get(random.nextInt(STATES.size()));
        int[] bounds =
                IntStream.generate(() -> random.nextInt(101)).limit(3).sorted().toArray();
        boolean noted = state == FrequentationState.NOTEE;
        return Frequentation.newBuilder()
                .setRoomId(id)
                .setEpci(AnyEpci.SIREN)
                .setAsOf("2017-10")
                .setState(state)
                .setLow(noted ? (Integer) bounds[0] : null)
                .setScore(noted ? (Integer) bounds[1] : null)
                .setHigh(noted ? (Integer) bounds[2] : null)
                .setIndicateurs(List.of())
                .setMonthsOpen(24)
                .setMonthsObserved(12)
                .setMonthsMissing(List.of())
                .setPresences12Months(0)
                .setPersonHours12MonthsHundredths(random.nextInt(1_000_00))
                .setObserved12Months(random.nextInt(13))
                .setFlags(List.of())
                .build();
    }

    private @Nullable Integer number(int most) {
        return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(most);
    }

    private @Nullable Boolean yesOrNo() {
        int answer = random.nextInt(6);
        return answer == 0 ? null : (Boolean) (answer > 1);
    }
}
