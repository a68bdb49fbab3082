package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Communes;
import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plan of one EPCI: its rooms, what they become, and the plan de financement prévisionnel. */
record Plans(EpciDescribed epci, Conversions conversions, YearMonth asOf) {

    Plan of(List<ScoredRoom> rooms, Reglement reglement) {
        boolean proposed = conversions.tiersLieu().isPresent();
        Financing financing = new Financing(reglement, epci.getIntercommunalite());
        return financed(financing.lines(proposed))
                .setTheoreticalCeiling(financing.theoreticalCeiling())
                .setYear4Cost(financing.yearFourCost(proposed))
                .setRooms(rooms.stream()
                        .sorted(ScoredRoom.BY_ID)
                        .map(this::listed)
                        .toList())
                .setDemonstration(rooms.stream().anyMatch(ScoredRoom::demonstration))
                .build();
    }

    private Plan.Builder financed(List<AidLine> lines) {
        boolean known = lines.stream().anyMatch(line -> line.getCost() != null);
        return converted()
                .setAid(lines)
                .setAidTotal(known ? sum(lines, AidLine::getAid) : null)
                .setLeftTotal(known ? sum(lines, AidLine::getLeft) : null);
    }

    private Plan.Builder converted() {
        return described()
                .setTiersLieu(conversions.seat().map(Siege::getId).orElse(null))
                .setSiege(conversions.seat().orElse(null))
                .setFunctions(
                        conversions.tiersLieu().map(Conversions::confirmed).orElse(List.of()))
                .setEtapes(count(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE))
                .setAInstruire(count(conversion -> conversion.getCandidature() == Candidature.A_INSTRUIRE))
                .setDonneesInsuffisantes(
                        count(conversion -> conversion.getCandidature() == Candidature.DONNEES_INSUFFISANTES))
                .setSessionsAMonth(conversions.list().stream()
                        .mapToInt(Conversion::getSessionsAMonth)
                        .sum())
                .setReasons(List.of(conversions.reason().name()));
    }

    private Plan.Builder described() {
        Intercommunalite told = epci.getIntercommunalite();
        return Plan.newBuilder()
                .setEpci(epci.getEpci())
                .setName(epci.getName())
                .setAsOf(asOf.toString())
                .setBesoin(conversions.besoin())
                .setExistingTiersLieu(told == null ? null : told.getExistingTiersLieu());
    }

    private PlanRoom listed(ScoredRoom scored) {
        PlanRoom.Builder room = PlanRoom.newBuilder()
                .setRoomId(scored.id())
                .setName(scored.room().getName())
                .setInsee(scored.room().getInsee())
                .setCommune(Communes.name(epci, scored.room().getInsee()))
                .setGestion(scored.room().getGestion())
                .setState(scored.frequentation().getState())
                .setScore(scored.frequentation().getScore())
                .setLow(scored.frequentation().getLow())
                .setHigh(scored.frequentation().getHigh());
        conversions
                .of(scored.id())
                .ifPresent(
                        conversion -> room.setKind(conversion.getKind()).setCandidature(conversion.getCandidature()));
        return room.build();
    }

    private int count(Predicate<Conversion> condition) {
        return Math.toIntExact(conversions.list().stream().filter(condition).count());
    }

    private static BigDecimal sum(List<AidLine> lines, Function<AidLine, @Nullable BigDecimal> amount) {
        return Cents.sum(lines.stream().map(amount).filter(Objects::nonNull).toList());
    }
}
