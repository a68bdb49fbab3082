package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.economy.RemainderDivision;
import fr.passerelle.rules.economy.RemainderDivision.CommuneShare;
import fr.passerelle.rules.economy.RemainderDivision.CommuneWeight;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the communes of an EPCI would divide what stays to it. */
record DivisionPart(Dossier dossier, EpciDescribed epci, DivisionKey key) {

    /** @param leaving INSEE code of the commune that would leave; of none of them where none would */
    List<Block> blocks(String leaving) {
        List<CommuneWeight> communes = key.weights(epci.getCommunes(), dossier.plan(), dossier.conversions());
        Remainder remainder = Remainder.of(dossier.plan());
        RemainderDivision division = RemainderDivision.of(remainder, communes);
        Optional<CommuneShare> gone = division.shares().stream()
                .filter(share -> share.commune().insee().equals(leaving))
                .findFirst();
        if (division.shares().isEmpty()) {
            return List.of(new Block.Paragraph(Textes.say("projet.partage.rien", Map.of("cle", key.name()))));
        }
        return gone.map(share -> left(share, division, RemainderDivision.without(leaving, remainder, communes)))
                .orElseGet(() -> List.of(rule(), grid(division, remainder)));
    }

    private Block rule() {
        return new Block.Paragraph(Textes.say("projet.partage.texte", Map.of("cle", key.name())));
    }

    private Block grid(RemainderDivision division, Remainder remainder) {
        List<List<String>> rows =
                new ArrayList<>(division.shares().stream().map(this::row).toList());
        rows.add(total(remainder, division));
        return new Block.Grid(
                Textes.say("projet.partage.legende", Map.of("cle", key.name())),
                header(remainder.lines().keySet().stream()),
                rows);
    }

    private List<String> header(Stream<RemainderLine> lines) {
        return Stream.of(
                        Stream.of("Commune", Textes.say("projet.cle." + key.name())),
                        lines.map(line -> Textes.say("projet.ligne." + line.name())),
                        Stream.of(Textes.say("projet.ligne.TOTAL")))
                .flatMap(Function.identity())
                .toList();
    }

    private List<String> row(CommuneShare share) {
        return cells(share.commune().name(), share.commune().weight(), share.euros().values().stream(), share.total());
    }

    private List<String> total(Remainder remainder, RemainderDivision division) {
        return cells(
                Textes.say("projet.partage.total"),
                division.shares().stream()
                        .mapToLong(share -> share.commune().weight())
                        .sum(),
                remainder.lines().values().stream(),
                sum(division.shares()));
    }

    private static List<String> cells(String name, long weight, Stream<BigDecimal> euros, BigDecimal total) {
        return Stream.of(
                        Stream.of(name, FrenchNumbers.whole(weight)),
                        euros.map(Quantities::euros),
                        Stream.of(Quantities.euros(total)))
                .flatMap(Function.identity())
                .toList();
    }

    /** What the others would pay, and how much more than today: of the plan, and of year 4. */
    private List<Block> left(CommuneShare gone, RemainderDivision today, RemainderDivision without) {
        if (without.shares().isEmpty()) {
            return List.of(new Block.Paragraph(Textes.say(
                    "projet.partage.seule", Map.of("commune", gone.commune().name()))));
        }
        Map<String, CommuneShare> before = today.shares().stream()
                .collect(Collectors.toMap(share -> share.commune().insee(), Function.identity()));
        List<List<String>> rows = without.shares().stream()
                .map(share -> risen(before.getOrDefault(share.commune().insee(), share), share))
                .toList();
        return List.of(
                rule(),
                new Block.Paragraph(Textes.say(
                        "projet.partage.depart",
                        Map.of(
                                "commune", gone.commune().name(),
                                "euros", Quantities.euros(gone.total()),
                                "annee4", Quantities.euros(yearFour(gone))))),
                new Block.Grid(
                        Textes.say(
                                "projet.partage.depart.legende",
                                Map.of("commune", gone.commune().name())),
                        List.of("Commune", "Aujourd’hui", "Après", "Hausse", "Hausse en année 4"),
                        rows));
    }

    private static List<String> risen(CommuneShare before, CommuneShare after) {
        return List.of(
                after.commune().name(),
                Quantities.euros(before.total()),
                Quantities.euros(after.total()),
                Quantities.euros(after.total().subtract(before.total())),
                Quantities.euros(yearFour(after).subtract(yearFour(before))));
    }

    private static BigDecimal yearFour(CommuneShare share) {
        return share.euros().getOrDefault(RemainderLine.ANNEE_4, BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<CommuneShare> shares) {
        return shares.stream().map(CommuneShare::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
