/** From a file to typed rows or rejects: strict decoding, the Table Schema, the place of each cell. */
@NullMarked
package fr.passerelle.sources;

import org.jspecify.annotations.NullMarked;
