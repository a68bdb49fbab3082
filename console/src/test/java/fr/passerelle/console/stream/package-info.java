@NullMarked
package fr.passerelle.console.stream;

import org.jspecify.annotations.NullMarked;
