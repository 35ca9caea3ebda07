"""What a person can do, one class for each thing; keys, footer, palette, help and tooltips all come from these."""
