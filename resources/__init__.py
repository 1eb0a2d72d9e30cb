"""What is shipped beside the code: fonts, icons, translations and styles, and the way to find them."""
