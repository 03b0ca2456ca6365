"""The pages of series: planning one, its dates, who chairs, and bank holidays."""
