package fr.passerelle.cli.export.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV whose columns a standard names, in its order: comma separated, without byte order mark, nothing added.
 *
 * @param name of the standard, in French
 * @param dataset the one that has its columns
 * @param key a column that no other dataset has
 * @param columns all of them
 */
record StandardFormat(String name, String dataset, String key, List<String> columns) implements TableFormat {

    /** The national standard of places of digital mediation, v1.0.2. */
    static final StandardFormat MEDNUM = new StandardFormat(
            "Le standard des lieux de médiation numérique",
            "lieux",
            "pivot",
            List.of(
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
                    "prise_rdv"));

    /** The grants of the Socle commun des données locales, 2.1.1. */
    static final StandardFormat SCDL = new StandardFormat(
            "Le schéma des subventions du SCDL",
            "subventions",
            "idBeneficiaire",
            List.of(
                    "nomAttribuant",
                    "idAttribuant",
                    "dateConvention",
                    "referenceDecision",
                    "nomBeneficiaire",
                    "idBeneficiaire",
                    "rnaBeneficiaire",
                    "objet",
                    "montant",
                    "nature",
                    "conditionsVersement",
                    "datesPeriodeVersement",
                    "idRAE",
                    "notificationUE",
                    "pourcentageSubvention",
                    "dispositifAide"));

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        List<String> names =
                extract.table().columns().stream().map(DataColumn::name).toList();
        if (!names.contains(key)) {
            throw new UnusableFile(name + " ne décrit rien d'autre : demandez le jeu « " + dataset + " », et non « "
                    + extract.provenance().dataset() + " ».");
        }
        Path description = CsvDescription.beside(file);
        OutputFile.requireFree(description, force);
        OutputFile.write(file, force, out -> write(extract, names, out));
        CsvDescription.ofStandard(extract, columns).write(file, description, force);
        return List.of(file, description);
    }

    private void write(Extract extract, List<String> names, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(columns);
            extract.table()
                    .rows()
                    .forEach(row -> csv.writeRecord(columns.stream()
                            .map(column -> cell(extract.table().columns(), names.indexOf(column), row))
                            .toList()));
        }
    }

    private static String cell(List<DataColumn> columns, int place, DataRow row) {
        return place < 0 ? "" : CellTexts.of(columns.get(place), row.cells().get(place));
    }
}
