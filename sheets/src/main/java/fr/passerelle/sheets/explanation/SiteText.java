package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Months;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is proposed for a site, as its maire reads it: it has no score and stands on what it can host. Held to {@link MaireText}'s limit. */
public final class SiteText {

    private final Dossier dossier;
    private final Naming naming;
    private final Concurrent site;

    private SiteText(Dossier dossier, Concurrent site) {
        this.dossier = dossier;
        this.naming = Naming.of(dossier.plan());
        this.site = site;
    }

    /**
     * The text, one paragraph.
     *
     * @throws IllegalArgumentException when the site is not one of the plan
     */
    public static String of(Dossier dossier, String siteId) {
        Concurrent site =
                dossier.site(siteId).orElseThrow(() -> new IllegalArgumentException("The plan has no site " + siteId));
        return FittedText.under(MaireText.LIMIT, new SiteText(dossier, site).sentences());
    }

    private List<Sentence> sentences() {
        return Stream.of(
                        Stream.of(opening(), Sentence.kept("maire.site", Map.of())),
                        new FunctionsPart(site.getFonctions(), SiegeKind.SITE).sentences(),
                        LiftFirst.sentence(dossier.plan(), site.getSiege()).stream(),
                        Stream.of(standing()),
                        new ChangePart(dossier, naming)
                                .sentencesOfSite(site.getSiege().getId()),
                        Stream.of(Sentence.kept("maire.droits", Map.of())))
                .flatMap(part -> part)
                .toList();
    }

    private Sentence opening() {
        Siege siege = site.getSiege();
        String date = Months.lastDay(YearMonth.parse(dossier.plan().getAsOf()));
        return siege.getCommune() == null
                ? Sentence.kept("salle.ouverture.seule", Map.of("salle", siege.getName(), "date", date))
                : Sentence.kept(
                        "salle.ouverture",
                        Map.of("salle", siege.getName(), "lieu", FrenchNames.at(siege.getCommune()), "date", date));
    }

    private Sentence standing() {
        return Sentence.kept(
                "site.motif." + site.getCandidature(),
                Map.of("autre", dossier.plan().getSiege() == null ? "non" : "oui", "etude", dossier.study()));
    }
}
