package fr.passerelle.cli.export.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.dataset.DataColumn;
import fr.passerelle.published.dataset.DataRow;
import fr.passerelle.published.dataset.Extract;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The national standard of places of digital mediation, v1.0.2: its columns in its order, comma separated, without byte order mark. */
final class MedNumFormat implements TableFormat {

    private static final List<String> STANDARD = List.of(
            "id",
            "pivot",
            "nom",
            "commune",
            "code_postal",
            "code_insee",
            "adresse",
            "complement_adresse",
            "latitude",
            "longitude",
            "typologie",
            "telephone",
            "courriels",
            "site_web",
            "horaires",
            "presentation_resume",
            "presentation_detail",
            "source",
            "itinerance",
            "structure_parente",
            "date_maj",
            "services",
            "publics_specifiquement_adresses",
            "prise_en_charge_specifique",
            "frais_a_charge",
            "dispositif_programmes_nationaux",
            "formations_labels",
            "autres_formations_labels",
            "modalites_acces",
            "modalites_accompagnement",
            "fiche_acces_libre",
            "prise_rdv");

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        List<String> names =
                extract.table().columns().stream().map(DataColumn::name).toList();
        if (!names.contains("pivot")) {
            throw new UnusableFile(
                    "Le standard des lieux de médiation numérique ne décrit que des lieux : demandez le jeu"
                            + " « lieux », et non « " + extract.provenance().dataset() + " ».");
        }
        Path description = CsvDescription.beside(file);
        OutputFile.requireFree(description, force);
        OutputFile.write(file, force, out -> write(extract, names, out));
        CsvDescription.ofStandard(extract, STANDARD).write(file, description, force);
        return List.of(file, description);
    }

    private static void write(Extract extract, List<String> names, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(STANDARD);
            extract.table()
                    .rows()
                    .forEach(row -> csv.writeRecord(STANDARD.stream()
                            .map(name -> cell(extract.table().columns(), names.indexOf(name), row))
                            .toList()));
        }
    }

    private static String cell(List<DataColumn> columns, int place, DataRow row) {
        return place < 0 ? "" : CellTexts.of(columns.get(place), row.cells().get(place));
    }
}
