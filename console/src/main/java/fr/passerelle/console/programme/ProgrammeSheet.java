package fr.passerelle.console.programme;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.programme.ProgrammeTable.ProgrammePicture;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.UsageCredit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What credits fund: what its value function means, in the words of the barème; who waits, the next to enter first. */
public record ProgrammeSheet(
        Enveloppe envelope,
        ProgrammeTable table,
        ProgrammePicture picture,
        List<CreditUse> credits,
        String meaning,
        List<WaitingRow> waiting,
        List<ExclusionGroup> excluded,
        ProgrammeMap map) {

    /** Of an answer, in the words of a barème, over the land of a run. */
    public static ProgrammeSheet of(Enveloppe envelope, Bareme bareme, RegionMap land) {
        ProgrammeTable table = ProgrammeTable.of(envelope);
        return new ProgrammeSheet(
                envelope,
                table,
                ProgrammePicture.of(table),
                envelope.getUsages().stream().map(CreditUse::of).toList(),
                bareme.programmation().valeur(envelope.getValeur()).text(),
                WaitingRow.of(envelope),
                ExclusionGroup.of(envelope),
                ProgrammeMap.of(land, envelope));
    }

    /** Of those that wait for an opening, those whose study it funds. */
    public long waitingWithStudy() {
        return WaitingRow.withStudy(waiting);
    }

    /** Credits of all years and lines, euros. */
    public BigDecimal voted() {
        return envelope.getUsages().stream().map(UsageCredit::getVoted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Names, in order, of EPCIs whose opening could not be chosen, for the same reason. */
    public record ExclusionGroup(Empechement motif, List<String> names) {

        static List<ExclusionGroup> of(Enveloppe envelope) {
            return Arrays.stream(Empechement.values())
                    .map(motif -> new ExclusionGroup(
                            motif,
                            envelope.getChoix().stream()
                                    .filter(choice -> isExcluded(choice, motif))
                                    .sorted(NameOrder.by(ChoixEpci::getName, ChoixEpci::getEpci))
                                    .map(ChoixEpci::getName)
                                    .toList()))
                    .filter(group -> !group.names().isEmpty())
                    .toList();
        }

        private static boolean isExcluded(ChoixEpci choice, Empechement motif) {
            return choice.getExclus().stream()
                    .anyMatch(each -> each.getFinancement() == Financement.OUVERTURE && each.getMotif() == motif);
        }
    }

    /**
     * Before and after over the same land: every place that is proposed, then what the scenario makes of each, and EPCIs of a study. One shape a
     * fate, so that colour is never alone.
     */
    public record ProgrammeMap(RegionMap land, Points before, List<Points> after) {

        /** What becomes of an EPCI. */
        public enum Fate {
            /** Its place is proposed, whatever the credits. */
            PROPOSED(Mark.TIERS_LIEU, choice -> choice.getSiege() != null),
            /** Its place was notified and stands. */
            NOTIFIED(Mark.EXISTANT, ChoixEpci::getOuvertureNotifiee),
            /** Its place opens. */
            OPENS(Mark.TIERS_LIEU, choice -> choice.getFinancement() == Financement.OUVERTURE),
            /** Its study is funded, and nothing else. */
            STUDIES(Mark.A_INSTRUIRE, choice -> choice.getFinancement() == Financement.ETUDE),
            /** It waits. */
            WAITS(Mark.EX_AEQUO, choice -> choice.getFinancement() == Financement.RIEN && choice.getAttend()),
            /** Its place is proposed, and nothing could be chosen for it. */
            BARRED(
                    Mark.AUCUNE,
                    choice -> choice.getFinancement() == Financement.RIEN
                            && choice.getSiege() != null
                            && !choice.getAttend()
                            && !choice.getOuvertureNotifiee());

            private final Mark mark;
            private final Predicate<ChoixEpci> holds;

            Fate(Mark mark, Predicate<ChoixEpci> holds) {
                this.mark = mark;
                this.holds = holds;
            }

            /** End of the classes that colour it. */
            public String css() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** EPCIs of one fate, from 0, with their shapes as the d of an SVG path. */
        public record Points(Fate fate, String path, int count) {}

        static ProgrammeMap of(RegionMap land, Enveloppe envelope) {
            List<Points> all = Arrays.stream(Fate.values())
                    .map(fate -> points(land, envelope, fate))
                    .toList();
            return new ProgrammeMap(land, all.getFirst(), all.subList(1, all.size()));
        }

        private static Points points(RegionMap land, Enveloppe envelope, Fate fate) {
            Map<String, RegionMap.Zone> zones =
                    land.zones().stream().collect(Collectors.toMap(RegionMap.Zone::siren, zone -> zone));
            List<ChoixEpci> chosen =
                    envelope.getChoix().stream().filter(fate.holds).toList();
            return new Points(
                    fate,
                    chosen.stream()
                            .map(ChoixEpci::getEpci)
                            .flatMap(siren -> Stream.ofNullable(zones.get(siren)))
                            .map(zone -> fate.mark.at(zone.x(), zone.y()))
                            .collect(Collectors.joining()),
                    chosen.size());
        }
    }
}
