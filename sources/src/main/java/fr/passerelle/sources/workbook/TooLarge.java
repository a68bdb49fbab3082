package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;

/** Workbooks that hold more than any office program opens. */
final class TooLarge {

    private TooLarge() {}

    static UnusableFile sheets(String file) {
        return new UnusableFile(
                "Le classeur « %s » a plus de %d feuilles : n'y laissez que celle à importer, ou enregistrez-la en .csv."
                        .formatted(file, OdsTables.MAX_SHEETS));
    }

    static UnusableFile parts(String file) {
        return new UnusableFile(
                "Le classeur « %s » a trop de styles, de feuilles ou de liens pour être lu : copiez la feuille à importer dans un nouveau classeur, ou enregistrez-la en .csv."
                        .formatted(file));
    }

    static UnusableFile cells(String file) {
        return new UnusableFile(
                "Une feuille du classeur « %s » va au-delà de %d lignes ou de %d colonnes, ou répète ses cellules sans mesure : retirez ce qui est de trop, ou enregistrez-la en .csv."
                        .formatted(file, RowCells.MAX_ROWS, RowCells.MAX_CELLS));
    }
}
