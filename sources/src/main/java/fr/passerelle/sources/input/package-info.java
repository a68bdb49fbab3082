/** What is settled of a file before it is read: the mapping that reads it, and the name that it goes by. */
@NullMarked
package fr.passerelle.sources.input;

import org.jspecify.annotations.NullMarked;
