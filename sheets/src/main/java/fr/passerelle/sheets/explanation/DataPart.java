package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The data and their sources. */
record DataPart(Dossier dossier, Origin origin) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(rooms()));
        blocks.add(files());
        blocks.addAll(NeedsPart.of(dossier, origin).blocks());
        return blocks;
    }

    private Block rooms() {
        return new Block.Grid(
                Textes.say("legal.salles"),
                List.of("Salle", "Commune", "Gestion", "Mois renseignés", "Mois manquants", "Présences en douze mois"),
                dossier.plan().getRooms().stream().map(this::room).toList());
    }

    private List<String> room(PlanRoom room) {
        Optional<Frequentation> score = dossier.score(room.getRoomId());
        return List.of(
                Textes.say("salle.nom", Map.of("nom", room.getName(), "id", room.getRoomId())),
                room.getCommune() == null ? room.getInsee() : room.getCommune(),
                Textes.word("gestion", room.getGestion().name()),
                score.map(known -> Textes.say("mois.sur", ScoreFigures.of(known)))
                        .orElse(""),
                score.map(known -> missing(known.getMonthsMissing())).orElse(""),
                score.map(known -> Textes.say("presences.sur", ScoreFigures.of(known)))
                        .orElse(""));
    }

    private Block files() {
        return new Block.Grid(
                Textes.say("legal.fichiers"),
                List.of("Salle", "Fichier", "Mois", "Relevés"),
                dossier.scores().stream()
                        .flatMap(score -> files(score.getRoomId()))
                        .toList());
    }

    private Stream<List<String>> files(String room) {
        return origin.files().getOrDefault(room, List.of()).stream().map(file -> file(room, file));
    }

    private List<String> file(String room, FichierSource file) {
        return List.of(
                dossier.name(room),
                origin.nameOf(file.getSha256()),
                missing(file.getMonths()),
                Textes.say("nombre", Map.of("n", file.getRecords())));
    }

    private static String missing(List<String> months) {
        return Months.ranges(months.stream().map(YearMonth::parse).toList());
    }
}
