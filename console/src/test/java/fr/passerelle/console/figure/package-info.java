@NullMarked
package fr.passerelle.console.figure;

import org.jspecify.annotations.NullMarked;
