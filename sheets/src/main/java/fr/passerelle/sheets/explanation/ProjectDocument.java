package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project of an EPCI: where it stands, what running would cost it, how its communes would divide that. All of it is shown beside the
 * proposal and never in a score nor in an aid.
 */
public record ProjectDocument(Dossier dossier, EpciDescribed epci) {

    /** Places that a page names, of a list that the annex has whole. */
    private static final int NAMED = 2;

    /** @param epci null where nothing is known of it */
    public static ProjectDocument of(Dossier dossier, @Nullable EpciDescribed epci) {
        return new ProjectDocument(dossier, Optional.ofNullable(epci).orElseGet(() -> unknown(dossier)));
    }

    /** Where it stands, each a name and what is known in a line. */
    public List<List<String>> standing() {
        return new StandingPart(epci, NAMED).grid().rows();
    }

    /** What running would cost it, by year. */
    public List<Block> economy() {
        return new EconomyPart(dossier.plan(), epci.getIntercommunalite()).blocks();
    }

    /**
     * How its communes would divide what stays.
     *
     * @param leaving INSEE code of the one that would leave; of none of them where none would
     */
    public List<Block> division(DivisionKey key, String leaving) {
        return new DivisionPart(dossier, epci, key).blocks(leaving);
    }

    /** Its communes, by name as French sorts them. */
    public List<Commune> communes() {
        return epci.getCommunes().stream()
                .sorted(Comparator.comparing(Commune::getName, Collator.getInstance(Locale.FRANCE)::compare)
                        .thenComparing(Commune::getInsee))
                .toList();
    }

    /** All of it, as an annex of the whole explanation. */
    public Document annex() {
        return new Document(
                Textes.say("projet.titre", Map.of("epci", FrenchNames.epci(epci.getName()))),
                Stream.of(
                                heading("projet.situation"),
                                List.<Block>of(new StandingPart(epci, Integer.MAX_VALUE).grid()),
                                heading("projet.modele"),
                                economy(),
                                heading("projet.partage"),
                                division(DivisionKey.HABITANTS, ""),
                                division(DivisionKey.SEANCES, ""))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Block> heading(String key) {
        return List.of(new Block.Heading(2, Textes.say(key)));
    }

    private static EpciDescribed unknown(Dossier dossier) {
        return EpciDescribed.newBuilder()
                .setEpci(dossier.plan().getEpci())
                .setName(dossier.plan().getName())
                .setPopulation(dossier.plan().getPopulation())
                .setCommunes(List.of())
                .setPublicPlaces(List.of())
                .build();
    }
}
