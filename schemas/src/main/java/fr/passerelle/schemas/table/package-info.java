/**
 * What the input files must look like, as data: Table Schemas (frictionless, version 2) that any tool can read and that the import itself
 * types by, so that the published description and the program cannot differ; and the codes of what a run keeps of their lines and cells.
 */
@NullMarked
package fr.passerelle.schemas.table;

import org.jspecify.annotations.NullMarked;
